import type { Json } from '../../kernel/canonical-json.ts';
import { instantText } from '../../kernel/instant.ts';
import { cbvShortName } from '../cbv-word.ts';
import { CBV_WORDS, type CbvKind } from '../cbv-words.ts';
import { parseDateTime } from '../date-time.ts';
import type { JsonObject } from '../epcis-event.ts';
import { pointer } from '../faults.ts';
import { plainNumber } from '../plain-number.ts';
import { extensionsXml } from './write-extension-xml.ts';
import { sensorElementXml } from './write-sensor-xml.ts';
import { around, type XmlSpeech } from './xml-speech.ts';

/** Writes a field whose value has passed its check. */
type Writer = (name: string, value: Json, path: string, speech: XmlSpeech) => string;

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const itemsOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value as Json]);
const objectsOf = (value: Json): readonly JsonObject[] => itemsOf(value) as readonly JsonObject[];

const text: Writer = (name, value, path, speech) => speech.leaf(name, textOf(value), path);

/** The times that XML Schema knows: capital letters, seconds, no leap second. */
const SCHEMA_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const time: Writer = (name, value, path, speech) => {
  const written = textOf(value);
  const read = SCHEMA_TIME.test(written) ? undefined : parseDateTime(written);
  return speech.leaf(name, read?.ok ? instantText(read.value) : written, path);
};

/** A word of the CBV in the spelling asked for, another's as it is. */
function spelled(kind: CbvKind, written: string, speech: XmlSpeech): string {
  const word = cbvShortName(kind, written, speech.namespaces);
  const { urn, web, words } = CBV_WORDS[kind];
  const stays = speech.cbv === 'received' && written.includes(':');
  if (stays || !words.has(word)) return written;
  return speech.cbv === 'web' ? `https://ref.gs1.org/cbv/${web}-${word}` : `urn:epcglobal:cbv:${urn}:${word}`;
}

const word =
  (kind: CbvKind): Writer =>
  (name, value, path, speech) =>
    speech.leaf(name, spelled(kind, textOf(value), speech), path);

const list =
  (item: string): Writer =>
  (name, value, path, speech) =>
    around(
      name,
      itemsOf(value)
        .map((one, i) => speech.leaf(item, textOf(one), pointer(path, i)))
        .join(''),
      true,
    );

const certificates: Writer = (name, value, path, speech) => {
  const [first, second] = itemsOf(value);
  if (second !== undefined) return speech.cannotSay(path, 'the schema of XML has room for one');
  return first === undefined ? '' : speech.leaf(name, textOf(first), path);
};

const quantities: Writer = (name, value, path, speech) =>
  around(
    name,
    objectsOf(value)
      .map((element, i) => around('quantityElement', quantityXml(element, pointer(path, i), speech)))
      .join(''),
    true,
  );

function quantityXml({ epcClass, quantity, uom }: JsonObject, path: string, speech: XmlSpeech): string {
  const unit = uom === undefined ? '' : speech.leaf('uom', textOf(uom), path);
  const none = unit === '' ? '' : speech.nil('quantity');
  const count = typeof quantity === 'number' ? `<quantity>${plainNumber(String(quantity))}</quantity>` : none;
  return speech.leaf('epcClass', textOf(epcClass), path) + count + unit;
}

const place: Writer = (name, value, path, speech) => {
  const { id, ...others } = value as JsonObject;
  return around(name, speech.leaf('id', textOf(id), path) + extensionsXml(others, path, speech));
};

const references =
  (item: string, kind: CbvKind): Writer =>
  (name, value, path, speech) =>
    around(
      name,
      objectsOf(value)
        .map((reference, i) => {
          const at = pointer(path, i);
          const type = reference['type'];
          const attribute =
            type === undefined ? '' : speech.attribute('type', spelled(kind, textOf(type), speech), at);
          return speech.leaf(item, textOf(reference[item]), at, attribute);
        })
        .join(''),
    );

const persistentDisposition: Writer = (name, value, path, speech) => {
  const { set = [], unset = [] } = value as JsonObject;
  const each = (item: string, words: Json): string =>
    itemsOf(words)
      .map((one) => word('disposition')(item, one, pointer(path, item), speech))
      .join('');
  return around(name, each('unset', unset) + each('set', set));
};

const errorDeclaration: Writer = (name, value, path, speech) => {
  const { declarationTime, reason, correctiveEventIDs, ...others } = value as JsonObject;
  const parts = [
    time('declarationTime', declarationTime ?? '', path, speech),
    reason === undefined ? '' : word('errorReason')('reason', reason, path, speech),
    correctiveEventIDs === undefined
      ? ''
      : list('correctiveEventID')('correctiveEventIDs', correctiveEventIDs, path, speech),
    extensionsXml(others, path, speech),
  ];
  return around(name, parts.join(''));
};

/** An empty `ilmd` is as good as none, and the schema of 1.2 wants something in it. */
const ilmd: Writer = (name, value, path, speech) =>
  around(name, extensionsXml(value as JsonObject, path, speech), speech.version === '2.0');

const sensorElements: Writer = (name, value, path, speech) =>
  around(
    name,
    objectsOf(value)
      .map((element, i) => sensorElementXml(element, pointer(path, i), speech))
      .join(''),
  );

const epcs = list('epc');

/** How each field of an event is written (EPCIS 2.0 section 9). */
export const FIELD_WRITERS: Readonly<Record<string, Writer>> = {
  eventTime: time,
  recordTime: time,
  eventTimeZoneOffset: text,
  eventID: text,
  certificationInfo: certificates,
  errorDeclaration,
  action: text,
  parentID: text,
  transformationID: text,
  bizStep: word('bizStep'),
  disposition: word('disposition'),
  persistentDisposition,
  epcList: epcs,
  childEPCs: epcs,
  inputEPCList: epcs,
  outputEPCList: epcs,
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputQuantityList: quantities,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: references('bizTransaction', 'bizTransactionType'),
  sourceList: references('source', 'sourceOrDestinationType'),
  destinationList: references('destination', 'sourceOrDestinationType'),
  sensorElementList: sensorElements,
  ilmd,
};
