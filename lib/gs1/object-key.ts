import { type Gln, parseGln } from './gln.ts';
import { canonicalUriOf, type Gs1Id } from './gs1-id.ts';
import { type Gtin, parseGtin } from './gtin.ts';
import { type Lot, parseLot } from './lot.ts';
import { gs1IdOf } from './parse-gs1-id.ts';
import { plainSgtinOf } from './plain-sgtin.ts';
import { parseSerial, type Serial } from './serial.ts';
import { parseSscc, type Sscc } from './sscc.ts';

/** The kinds of thing a statement can be about. */
export type ObjectKind = 'sgtin' | 'lgtin' | 'sscc' | 'grai' | 'giai' | 'other';

/** What a statement is about, in the one spelling that all its spellings share. */
export type ObjectKey = { readonly kind: ObjectKind; readonly uri: string };

/**
 * The canonical kind and text of an EPC URN, a Digital Link of any domain, or any other identifier. Never fails.
 * Sound GS1 identifiers become canonical Digital Links with the finest qualifier only; everything else, a
 * Digital Link with a wrong check digit included, stays as received under the kind `other`.
 */
export function objectKeyOf(uri: string): ObjectKey {
  if (plainSgtinOf(uri)) return { kind: 'sgtin', uri };
  const id = gs1IdOf(uri);
  return id ? { kind: kindOf(id), uri: canonicalUriOf(id) } : { kind: 'other', uri };
}

function kindOf({ key, qualifier }: Gs1Id): ObjectKind {
  if (key.ai === '01') return kindOfGtin(qualifier?.ai);
  if (key.ai === '00') return 'sscc';
  if (key.ai === '8004') return 'giai';
  return key.ai === '8003' && key.value.length > GRAI_WITHOUT_SERIAL ? 'grai' : 'other';
}

/** A GRAI of fourteen digits names a type of asset, not one asset. */
const GRAI_WITHOUT_SERIAL = 14;

function kindOfGtin(qualifierAi: string | undefined): ObjectKind {
  if (qualifierAi === '21') return 'sgtin';
  return qualifierAi === '10' ? 'lgtin' : 'other';
}

/** The product and serial number an identifier names, where it names one serialised item. */
export function sgtinOf(uri: string): { readonly gtin: Gtin; readonly serial: Serial } | undefined {
  const id = gs1IdOf(uri);
  if (id?.key.ai !== '01' || id.qualifier?.ai !== '21') return undefined;
  const gtin = parseGtin(id.key.value);
  const serial = parseSerial(id.qualifier.value);
  return gtin.ok && serial.ok ? { gtin: gtin.value, serial: serial.value } : undefined;
}

/** The product and batch an identifier names, where it names one batch. */
export function lgtinOf(uri: string): { readonly gtin: Gtin; readonly lot: Lot } | undefined {
  const id = gs1IdOf(uri);
  if (id?.key.ai !== '01' || id.qualifier?.ai !== '10') return undefined;
  const gtin = parseGtin(id.key.value);
  const lot = parseLot(id.qualifier.value);
  return gtin.ok && lot.ok ? { gtin: gtin.value, lot: lot.value } : undefined;
}

/** The logistic unit that an identifier names, where it names one. */
export function ssccOf(uri: string): Sscc | undefined {
  const id = gs1IdOf(uri);
  const sscc = id?.key.ai === '00' ? parseSscc(id.key.value) : undefined;
  return sscc?.ok ? sscc.value : undefined;
}

/** The GLN of a place: an SGLN URN or a /414/ Digital Link. An extension (254) is a part of the place and dropped. */
export function locationGlnOf(uri: string): Gln | undefined {
  const id = gs1IdOf(uri);
  return id?.key.ai === '414' ? glnOf(id) : undefined;
}

/** The GLN of a party: a PGLN URN or a /417/ Digital Link; a place's GLN names the party that keeps it. */
export function partyGlnOf(uri: string): Gln | undefined {
  const id = gs1IdOf(uri);
  return id?.key.ai === '417' || id?.key.ai === '414' ? glnOf(id) : undefined;
}

function glnOf(id: Gs1Id): Gln | undefined {
  const gln = parseGln(id.key.value);
  return gln.ok ? gln.value : undefined;
}
