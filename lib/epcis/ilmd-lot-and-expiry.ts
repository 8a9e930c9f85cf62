import type { Json } from '../kernel/canonical-json.ts';
import { type LocalDate, parseLocalDate } from '../kernel/local-date.ts';
import type { EpcisEvent, JsonObject } from './epcis-event.ts';
import { extensionField } from './extension-field.ts';

/** The CBV master data namespace as it is spelled in GS1's context, in XML, and on the web. */
const MASTER_DATA = [
  'urn:epcglobal:cbv:mda:',
  'urn:epcglobal:cbv:mda',
  'urn:epcglobal:cbv:mda#',
  'https://ref.gs1.org/cbv/mda/',
  'https://ref.gs1.org/cbv/mda#',
  'https://ref.gs1.org/cbv/mda:',
  'https://ref.gs1.org/cbv/mda',
];

/** Batch and expiry as a commissioning states them; `undefined` where it does not, or not legibly. */
interface LotAndExpiry {
  readonly lot: string | undefined;
  readonly expiry: LocalDate | undefined;
}

/**
 * Reads `lotNumber` and `itemExpirationDate` (CBV 2.0 section 9.2.2) from `ilmd`, under any prefix bound to the CBV
 * master data namespace. The date is YYYY-MM-DD; of a date with a time the day is taken.
 */
export function ilmdLotAndExpiry({
  ilmd,
  namespaces,
}: Pick<EpcisEvent, 'namespaces'> & { readonly ilmd?: JsonObject | undefined }): LotAndExpiry {
  if (!ilmd) return { lot: undefined, expiry: undefined };
  const field = (name: string): string | undefined =>
    textOf(
      extensionField(
        ilmd,
        MASTER_DATA.map((namespace) => namespace + name),
        namespaces,
      ),
    );
  const expiry = field('itemExpirationDate');
  return {
    lot: field('lotNumber'),
    expiry: expiry === undefined ? undefined : parseLocalDate(expiry.replace(/T.*/s, '')),
  };
}

/** JSON made from XML may carry an element's text as a number or under `#text`. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const text = (value as { readonly [key: string]: Json })['#text'];
  return typeof text === 'string' ? text : undefined;
}
