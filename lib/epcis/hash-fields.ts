import type { CbvKind } from './cbv-words.ts';
import { gs1WordValue, type HashValue, textValue, timeValue, wordValue } from './hash-value.ts';

/** A field of the canonical order: what it is called in JSON and how it goes into the hash. */
export interface HashField {
  readonly name: string;
  /** The value of a field without fields of its own. */
  readonly value: HashValue;
  /** Of a list: how each item is called, the empty text where an item is called nothing. */
  readonly item?: string;
  /** The fields of the object, or of each item, in their order. */
  readonly fields?: readonly HashField[];
  /** CBV 2.0 writes the items of this list without the name of the list. */
  readonly unnamed?: true;
}

const text = (name: string): HashField => ({ name, value: textValue });
const time = (name: string): HashField => ({ name, value: timeValue });
const word = (name: string, kind: CbvKind): HashField => ({ name, value: wordValue(kind) });
const gs1Word = (name: string): HashField => ({ name, value: gs1WordValue });
const object = (name: string, fields: readonly HashField[]): HashField => ({
  name,
  value: textValue,
  fields,
});

const list = (name: string, item: string, fields?: readonly HashField[]): HashField => ({
  name,
  value: textValue,
  item,
  ...(fields && { fields }),
});

const typed = (name: string, item: string, kind: CbvKind): HashField =>
  list(name, '', [word('type', kind), text(item)]);

const SENSOR_METADATA = [
  ...['time', 'startTime', 'endTime'].map(time),
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'].map(text),
];

const SENSOR_REPORT = [
  gs1Word('type'),
  gs1Word('exception'),
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod'].map(text),
  time('time'),
  ...['microorganism', 'chemicalSubstance', 'value'].map(text),
  word('component', 'component'),
  ...['stringValue', 'booleanValue', 'hexBinaryValue', 'uriValue', 'minValue', 'maxValue', 'meanValue'].map(
    text,
  ),
  ...['sDev', 'percRank', 'percValue', 'uom', 'coordinateReferenceSystem'].map(text),
];

const epcs = (name: string): HashField => list(name, 'epc');
const quantities = (name: string): HashField =>
  list(name, 'quantityElement', ['epcClass', 'quantity', 'uom'].map(text));

/**
 * CBV 2.0 section 8.9.2: the canonical order of fields, one for all kinds of event. What it does not name and the
 * hash does not leave out is an extension.
 */
export const HASH_FIELDS: readonly HashField[] = [
  time('eventTime'),
  text('eventTimeZoneOffset'),
  epcs('epcList'),
  text('parentID'),
  epcs('inputEPCList'),
  epcs('childEPCs'),
  quantities('quantityList'),
  quantities('childQuantityList'),
  quantities('inputQuantityList'),
  epcs('outputEPCList'),
  quantities('outputQuantityList'),
  text('action'),
  text('transformationID'),
  word('bizStep', 'bizStep'),
  word('disposition', 'disposition'),
  object('persistentDisposition', [word('set', 'disposition'), word('unset', 'disposition')]),
  object('readPoint', [text('id')]),
  object('bizLocation', [text('id')]),
  typed('bizTransactionList', 'bizTransaction', 'bizTransactionType'),
  typed('sourceList', 'source', 'sourceOrDestinationType'),
  typed('destinationList', 'destination', 'sourceOrDestinationType'),
  {
    ...list('sensorElementList', 'sensorElement', [
      object('sensorMetadata', SENSOR_METADATA),
      object('sensorReport', SENSOR_REPORT),
    ]),
    unnamed: true,
  },
];

/** CBV 2.0 section 8.9.2: what does not take part in the hash, beside the fields of the order. */
export const NOT_HASHED: ReadonlySet<string> = new Set([
  '@context',
  'type',
  'recordTime',
  'eventID',
  'errorDeclaration',
  'certificationInfo',
]);
