import type { LocationFacts, PartyFacts } from '../../custody/party-facts.ts';
import type { Gln } from '../../gs1/gln.ts';
import { LOCATION_JSON, PARTY_JSON, type PartyJson, partyOf } from '../fact-columns.ts';
import type { Db } from '../transaction.ts';

/** Who is registered today: what rows say of the register of their day is compared with this. */
export interface Register {
  readonly parties: ReadonlyMap<Gln, PartyFacts>;
  /** The realm of each organisation. */
  readonly realms: ReadonlyMap<Gln, number>;
  readonly locations: ReadonlyMap<Gln, LocationFacts>;
  /** Who holds a product, by realm and GTIN with a slash between. */
  readonly holders: ReadonlyMap<string, Gln>;
}

/** Reads the whole register: organisations, places, products. */
export async function loadRegister(db: Db): Promise<Register> {
  const parties = await db.query<{ readonly party: PartyJson; readonly realm: number }>(
    `select ${PARTY_JSON} as party, o.realm from organisation o`,
  );
  const places = await db.query<{ readonly place: LocationFacts }>(
    `select ${LOCATION_JSON} as place from location l`,
  );
  const products = await db.query<{ readonly realm: number; readonly gtin: string; readonly holder: Gln }>(
    'select realm, gtin, holder from product',
  );
  return {
    parties: new Map(parties.rows.map(({ party }) => [party.gln, partyOf(party)])),
    realms: new Map(parties.rows.map(({ party, realm }) => [party.gln, realm])),
    locations: new Map(places.rows.map(({ place }) => [place.gln, place])),
    holders: new Map(products.rows.map(({ realm, gtin, holder }) => [`${realm}/${gtin}`, holder])),
  };
}
