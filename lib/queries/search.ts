import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import { parseBracketedText } from '../gs1/bracketed-text.ts';
import { parseElementString } from '../gs1/element-string.ts';
import { type Gln, parseGln } from '../gs1/gln.ts';
import type { AiValue } from '../gs1/gs1-id.ts';
import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import { lgtinOf, sgtinOf } from '../gs1/object-key.ts';
import { gs1IdOf } from '../gs1/parse-gs1-id.ts';
import { parseSerial, type Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadBatchPlaces } from '../store/batch-places.ts';
import { findPacksBySerial, findProductsOfLot } from '../store/find-packs.ts';
import { loadFinding } from '../store/findings.ts';
import { loadEvent, loadEventsByEventId, type StoredEventRow } from '../store/load-event.ts';
import { loadPack } from '../store/load-pack.ts';
import { loadLocationsOf } from '../store/locations.ts';
import { loadParties } from '../store/organisations.ts';
import { loadProduct } from '../store/products.ts';
import { actText } from './act-text.ts';
import { dayText } from './day-text.ts';
import { pathOf } from './path-of.ts';

/** One thing that was found. */
export interface SearchHit {
  readonly kind: 'pack' | 'batch' | 'product' | 'place' | 'organisation' | 'event' | 'finding';
  readonly title: string;
  readonly detail: string;
  /** `null` where there is no page of it. */
  readonly href: string | null;
}

const MOST_CANDIDATES = 20;

/**
 * Everything that `text` can name and the reader may see: an element string with or without brackets, a Digital Link, a URN, a GTIN, a
 * serial number, a batch, a GLN, an event, a finding. What is hidden is not found. A pack that is named whole is a hit unseen: its page
 * answers whether there is one.
 */
export async function searchHits(scope: OrgScope, text: string, at: Instant): Promise<readonly SearchHit[]> {
  const named = nameIn(text);
  if (named) return hitsOfName(scope, named);
  const found = await Promise.all([
    productHits(scope, text),
    directoryHits(text),
    serialHits(scope, text, at),
    lotHits(scope, text),
    eventHits(scope, text, at),
    findingHits(scope, text),
  ]);
  return found.flat();
}

interface Named {
  readonly gtin?: Gtin;
  readonly serial?: Serial;
  readonly lot?: Lot;
  readonly gln?: Gln;
}

/** What a text says that names its fields; a bare number or word names none. */
function nameIn(text: string): Named | undefined {
  const id = /^(urn:epc:|https?:)/i.test(text) ? gs1IdOf(text) : undefined;
  if (id) return namedBy(id.qualifier ? [id.key, id.qualifier] : [id.key]);
  const isBracketed = text.startsWith('(');
  const isScan = /^(\](d2|Q3|C1|e0))?01\d{14}(?=.)/.test(text);
  if (!isBracketed && !isScan) return undefined;
  const elements = isBracketed ? parseBracketedText(text) : parseElementString(text);
  return elements.ok ? namedBy(elements.value) : undefined;
}

function namedBy(elements: readonly AiValue[]): Named | undefined {
  const value = (...ais: readonly string[]): string =>
    elements.find(({ ai }) => ais.includes(ai))?.value ?? '';
  const gtin = parseGtin(value('01', '02'));
  const serial = parseSerial(value('21'));
  const lot = parseLot(value('10'));
  const gln = parseGln(value('414', '417', '410', '412'));
  if (!gtin.ok && !gln.ok) return undefined;
  return {
    ...(gtin.ok && { gtin: gtin.value }),
    ...(serial.ok && { serial: serial.value }),
    ...(lot.ok && { lot: lot.value }),
    ...(gln.ok && { gln: gln.value }),
  };
}

async function hitsOfName(scope: OrgScope, { gtin, serial, lot, gln }: Named): Promise<readonly SearchHit[]> {
  if (gtin === undefined) return gln === undefined ? [] : directoryHits(gln);
  if (serial !== undefined) return [await packHit(scope, gtin, serial)];
  return lot === undefined ? productHits(scope, gtin) : batchHits(scope, [gtin], lot);
}

async function packHit(scope: OrgScope, gtin: Gtin, serial: Serial): Promise<SearchHit> {
  const product = await loadProduct(scope, gtin);
  return { kind: 'pack', title: serial, detail: product?.name ?? gtin, href: pathOf.pack(gtin, serial) };
}

async function productHits(scope: OrgScope, text: string): Promise<readonly SearchHit[]> {
  const gtin = parseGtin(text);
  const product = gtin.ok ? await loadProduct(scope, gtin.value) : undefined;
  return product ? [{ kind: 'product', title: product.name, detail: product.gtin, href: null }] : [];
}

/** Organisations and places are a directory that every member may read. */
async function directoryHits(text: string): Promise<readonly SearchHit[]> {
  const gln = parseGln(text);
  if (!gln.ok) return [];
  const [parties, places] = await Promise.all([loadParties([gln.value]), loadLocationsOf([gln.value])]);
  return [
    ...[...parties.values()].map(
      ({ name, country }): SearchHit => ({ kind: 'organisation', title: name, detail: country, href: null }),
    ),
    ...[...places.values()].map(
      ({ name, city, country }): SearchHit => ({
        kind: 'place',
        title: name,
        detail: `${city}, ${country}`,
        href: null,
      }),
    ),
  ];
}

async function serialHits(scope: OrgScope, text: string, at: Instant): Promise<readonly SearchHit[]> {
  const serial = parseSerial(text);
  if (!serial.ok) return [];
  const candidates = await findPacksBySerial(scope, serial.value, MOST_CANDIDATES);
  const seen = await Promise.all(candidates.map((pack) => loadPack(scope, pack, at)));
  const visible = candidates.filter((_, index) => seen[index] !== undefined);
  return Promise.all(visible.map((pack) => packHit(scope, pack.gtin, pack.serial)));
}

async function lotHits(scope: OrgScope, text: string): Promise<readonly SearchHit[]> {
  const lot = parseLot(text);
  if (!lot.ok) return [];
  return batchHits(scope, await findProductsOfLot(scope, lot.value, MOST_CANDIDATES), lot.value);
}

async function batchHits(scope: OrgScope, gtins: readonly Gtin[], lot: Lot): Promise<readonly SearchHit[]> {
  const batches = await Promise.all(
    gtins.map(async (gtin) => ({ gtin, batch: await loadBatchPlaces(scope, gtin, lot) })),
  );
  return batches.flatMap(({ gtin, batch }): readonly SearchHit[] =>
    batch ? [{ kind: 'batch', title: lot, detail: batch.product, href: pathOf.batch(gtin, lot) }] : [],
  );
}

async function eventHits(scope: OrgScope, text: string, at: Instant): Promise<readonly SearchHit[]> {
  const ref = text.toLowerCase().replaceAll('-', '');
  if (/^[0-9a-f]{32}$/.test(ref)) {
    const [event, others] = await Promise.all([
      loadEvent(scope, ref, at),
      loadEventsByEventId(scope, `urn:uuid:${text.toLowerCase()}`, at),
    ]);
    return (event ? [event] : others).map(eventHit);
  }
  return text.includes(':') ? (await loadEventsByEventId(scope, text, at)).map(eventHit) : [];
}

/** An event is read on the page of the first pack or batch that it names. */
function eventHit(event: StoredEventRow): SearchHit {
  const names = objectsIn(event.document);
  const [first] = names;
  const pack = first === undefined ? undefined : sgtinOf(first);
  const lot = first === undefined ? undefined : lgtinOf(first);
  return {
    kind: 'event',
    title: actText(
      event.claim.act,
      event.declaration,
      names.length,
      names.length === 1 ? 'one pack' : 'packs',
    ),
    detail: dayText(event.eventTime),
    href: pack ? pathOf.pack(pack.gtin, pack.serial) : lot ? pathOf.batch(lot.gtin, lot.lot) : null,
  };
}

function objectsIn({ epcList, quantityList }: Readonly<Record<string, Json>>): readonly string[] {
  const texts = (list: Json | undefined): readonly Json[] => (Array.isArray(list) ? list : []);
  const classes = texts(quantityList).map((each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? (each as Readonly<Record<string, Json>>)['epcClass']
      : undefined,
  );
  return [...texts(epcList), ...classes].filter((name) => typeof name === 'string');
}

async function findingHits(scope: OrgScope, text: string): Promise<readonly SearchHit[]> {
  const finding = await loadFinding(scope, text);
  return finding
    ? [{ kind: 'finding', title: finding.title, detail: finding.detector, href: pathOf.finding(finding.id) }]
    : [];
}
