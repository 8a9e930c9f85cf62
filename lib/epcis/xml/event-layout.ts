import type { EventKind } from '../epcis-event.ts';
import type { XmlVersion } from './xml-speech.ts';

/** A field, or the wrapper in which version 1.2 keeps what came later. */
export type Slot = string | { readonly wrapper: string; readonly fields: readonly string[] };

/** In what order the schema wants the fields of a kind; `required` are written even where they are empty. */
export interface EventLayout {
  readonly slots: readonly Slot[];
  readonly required: readonly string[];
  /** How many wrappers stand around the event itself. */
  readonly wrappers: number;
}

const WHERE_AND_WHY = ['bizStep', 'disposition', 'readPoint', 'bizLocation'];
const FROM_AND_TO = ['sourceList', 'destinationList'];
const SENSED = ['sensorElementList', 'persistentDisposition'];

const HEAD_2 = [
  ...['eventTime', 'recordTime', 'eventTimeZoneOffset', 'eventID'],
  ...['errorDeclaration', 'certificationInfo'],
];

const of = (slots: readonly Slot[], required: readonly string[] = [], wrappers = 0): EventLayout => ({
  slots,
  required,
  wrappers,
});

const TRANSFORMED = [
  ...['inputEPCList', 'inputQuantityList', 'outputEPCList', 'outputQuantityList', 'transformationID'],
  ...WHERE_AND_WHY,
  'bizTransactionList',
  ...FROM_AND_TO,
];

/** EPCglobal-epcis-2_0.xsd */
const VERSION_2: Readonly<Record<EventKind, EventLayout>> = {
  ObjectEvent: of([
    ...HEAD_2,
    ...['epcList', 'action', ...WHERE_AND_WHY, 'bizTransactionList', 'quantityList'],
    ...[...FROM_AND_TO, ...SENSED, 'ilmd'],
  ]),
  AggregationEvent: of([
    ...HEAD_2,
    ...['parentID', 'childEPCs', 'action', ...WHERE_AND_WHY, 'bizTransactionList', 'childQuantityList'],
    ...[...FROM_AND_TO, ...SENSED],
  ]),
  TransactionEvent: of([
    ...HEAD_2,
    ...['bizTransactionList', 'parentID', 'epcList', 'action', ...WHERE_AND_WHY, 'quantityList'],
    ...[...FROM_AND_TO, ...SENSED],
  ]),
  TransformationEvent: of([...HEAD_2, ...TRANSFORMED, ...SENSED, 'ilmd']),
  AssociationEvent: of([
    ...HEAD_2,
    ...['parentID', 'childEPCs', 'childQuantityList', 'action', ...WHERE_AND_WHY, 'bizTransactionList'],
    ...[...FROM_AND_TO, ...SENSED],
  ]),
};

const HEAD_1: readonly Slot[] = [
  ...['eventTime', 'recordTime', 'eventTimeZoneOffset'],
  { wrapper: 'baseExtension', fields: ['eventID', 'errorDeclaration'] },
];

const later = (...fields: readonly string[]): Slot => ({ wrapper: 'extension', fields });

/** EPCglobal-epcis-1_2.xsd, which has no AssociationEvent. */
const VERSION_1: Readonly<Partial<Record<EventKind, EventLayout>>> = {
  ObjectEvent: of(
    [
      ...HEAD_1,
      ...['epcList', 'action', ...WHERE_AND_WHY, 'bizTransactionList'],
      later('quantityList', ...FROM_AND_TO, 'ilmd'),
    ],
    ['epcList'],
  ),
  AggregationEvent: of(
    [
      ...HEAD_1,
      ...['parentID', 'childEPCs', 'action', ...WHERE_AND_WHY, 'bizTransactionList'],
      later('childQuantityList', ...FROM_AND_TO),
    ],
    ['childEPCs'],
  ),
  TransactionEvent: of(
    [
      ...HEAD_1,
      ...['bizTransactionList', 'parentID', 'epcList', 'action', ...WHERE_AND_WHY],
      later('quantityList', ...FROM_AND_TO),
    ],
    ['epcList'],
  ),
  TransformationEvent: of([...HEAD_1, ...TRANSFORMED, 'ilmd'], [], 1),
};

/** The layout of a kind in a version; `undefined` where the version does not know the kind. */
export const eventLayout = (version: XmlVersion, kind: EventKind): EventLayout | undefined =>
  version === '2.0' ? VERSION_2[kind] : VERSION_1[kind];
