import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import { sgtinOf } from '../../gs1/object-key.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type JsonItem, JsonItems, type JsonItemsError, type JsonPath } from '../../kernel/json-items.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { SerialFileError, SerialReader } from './serial-reader.ts';

/** The batch that the events of a document must be about. */
export interface ExpectedBatch {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: LocalDate;
}

/** What an event must say of itself: everything else of it is left to the registration, which writes events of its own. */
const JUDGED: ReadonlySet<string | number | undefined> = new Set(['type', 'action', 'bizStep', 'ilmd']);

/** Members of `eventList`, of an EPCISDocument or of one event by itself. */
const eventPath = (path: JsonPath): JsonPath | undefined =>
  path[0] === 'epcisBody' && path[1] === 'eventList' && typeof path[2] === 'number'
    ? path.slice(3)
    : undefined;

function isWanted(path: JsonPath): boolean {
  const [member, index, ...more] = eventPath(path) ?? [];
  if (more.length > 0 || member === undefined) return false;
  return member === 'epcList' ? typeof index === 'number' : index === undefined && JUDGED.has(member);
}

/**
 * The serial numbers in an EPCIS 2.0 document of commissioning events (JSON-LD), however many an event names. A pack of another product
 * is given as it is written, and found faulty as a row. Errors: `serials/not-json`, `serials/not-a-commissioning`, `serials/other-batch`.
 */
export function epcisSerials(batch: ExpectedBatch): SerialReader {
  const items = new JsonItems(isWanted);
  const give = (
    read: Result<readonly JsonItem[], JsonItemsError>,
  ): Result<readonly string[], SerialFileError> => {
    if (!read.ok) return err({ code: 'serials/not-json', at: read.error.at });
    const serials: string[] = [];
    for (const item of read.value) {
      const fault = faultOf(item, batch);
      if (fault) return err(fault);
      if (item.path[3] === 'epcList') serials.push(serialOf(item.value, batch.gtin));
    }
    return ok(serials);
  };
  return { read: (piece) => give(items.read(piece)), end: () => give(items.end()) };
}

function serialOf(epc: Json, gtin: Gtin): string {
  const text = typeof epc === 'string' ? epc : JSON.stringify(epc);
  const pack = sgtinOf(text);
  return pack?.gtin === gtin ? pack.serial : text;
}

function faultOf({ path, value }: JsonItem, batch: ExpectedBatch): SerialFileError | undefined {
  const at = Number(path[2]);
  const isOther = { code: 'serials/not-a-commissioning', at } as const;
  switch (path[3]) {
    case 'type':
      return value === 'ObjectEvent' ? undefined : isOther;
    case 'action':
      return value === 'ADD' ? undefined : isOther;
    case 'bizStep':
      return typeof value === 'string' && /(^|[:/-])commissioning$/.test(value) ? undefined : isOther;
    case 'ilmd':
      return agrees(value, batch) ? undefined : { code: 'serials/other-batch', at };
    default:
      return undefined;
  }
}

/** Batch and expiry, where the event names them under any prefix (CBV 2.0 section 9.3.2). */
function agrees(ilmd: Json, { lot, expiry }: ExpectedBatch): boolean {
  if (typeof ilmd !== 'object' || ilmd === null || Array.isArray(ilmd)) return true;
  return Object.entries(ilmd).every(([name, value]) => {
    const local = name.slice(name.lastIndexOf(':') + 1);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (local === 'lotNumber') return text === lot;
    return local !== 'itemExpirationDate' || text.slice(0, 10) === expiry;
  });
}
