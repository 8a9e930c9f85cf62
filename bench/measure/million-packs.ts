import { createHash } from 'node:crypto';
import { type IssuedKey, issueApiKeyFor } from '../../lib/auth/issue-api-key.ts';
import type { OrgScope } from '../../lib/custody/org-scope.ts';
import { env } from '../../lib/env.ts';
import type { Gln } from '../../lib/gs1/gln.ts';
import type { Gtin } from '../../lib/gs1/gtin.ts';
import { momentOf } from '../../lib/kernel/instant.ts';
import { localDateAt } from '../../lib/kernel/local-date.ts';
import { openLog } from '../../lib/store/ledger-log.ts';
import { LOG_ID } from '../../lib/store/log-id.ts';
import { pool } from '../../lib/store/pool.ts';
import { batchStateText, packStateText } from '../../lib/store/state-columns.ts';
import {
  activeState,
  claimInTests,
  gtinOf,
  heldBy,
  organisationInTests,
  productInTests,
} from '../../lib/store/world-in-tests.ts';
import { newSequencer, runSequencerOnce } from '../../lib/worker/sequencer.ts';

const PHARMACIES = 400;
const PRODUCTS = 200;
const BATCHES = 5;
/** Packs that one receiving event names. */
const DELIVERY = 50;
const EXPIRY = localDateAt(momentOf(Date.UTC(2029, 4, 31)), 'UTC');

/** A pack, with who holds it and asks for it. */
export interface HeldPack {
  readonly gtin: Gtin;
  readonly serial: string;
  readonly lot: string;
  readonly key: string;
  readonly pharmacy: number;
}

/** A market that has been running for a while: `packs` packs in the stock of 400 pharmacies, each with a key. */
export interface Market {
  pack(n: number): HeldPack;
}

/** Fills the connected database, `packs` rows in a few statements, and has the sequencer put their last events into the log. */
export async function fillMarket(packs: number): Promise<Market> {
  await openLog(env().origin);
  const manufacturer = await organisationInTests(100, 'manufacturer');
  const pharmacies: OrgScope[] = [];
  const keys: IssuedKey[] = [];
  for (let n = 0; n < PHARMACIES; n++) {
    const pharmacy = await organisationInTests(1_000 + 2 * n, 'pharmacy');
    pharmacies.push(pharmacy);
    keys.push(await keyOf(pharmacy));
  }
  const gtins = Array.from({ length: PRODUCTS }, (_, n) => gtinOf(n + 1));
  await fillProducts(manufacturer, gtins);
  await fillEvents(pharmacies, packs);
  await fillPacks(pharmacies, gtins, packs);
  await sequenceAll();
  for (const table of [
    'pack',
    'event',
    'batch',
    'organisation',
    'location',
    'product',
    'ledger.entry',
    'ledger.pending',
  ])
    await pool().query(`vacuum analyze ${table}`);
  return {
    pack: (n) => {
      const pharmacy = Math.floor(n / DELIVERY) % PHARMACIES;
      const gtin = gtins[n % PRODUCTS];
      const key = keys[pharmacy];
      if (gtin === undefined || key === undefined) throw new Error('there is no such pack');
      return { gtin, serial: serialOf(n), lot: lotOf(n), key: key.text, pharmacy };
    },
  };
}

/** As the database makes them in {@link PACKS}: of 14 characters, in no order. */
const serialOf = (n: number): string =>
  createHash('md5').update(String(n)).digest('hex').slice(0, 14).toUpperCase();

const lotOf = (n: number): string => `L${Math.floor(n / PRODUCTS) % BATCHES}`;

const keyOf = ({ organisation, location }: OrgScope): Promise<IssuedKey> =>
  issueApiKeyFor(
    organisation,
    {
      ...{ name: 'counter', location, userRole: 'operator', scopes: ['verify', 'packs'] },
      expiresAt: momentOf(Date.now() + 86_400_000),
    },
    'platform:bench',
  );

async function fillProducts(manufacturer: OrgScope, gtins: readonly Gtin[]): Promise<void> {
  for (const gtin of gtins) await productInTests(manufacturer, gtin);
  await pool().query(
    `insert into product_market (realm, gtin, country, marketed_from)
     select realm, gtin, country, '2020-01-01' from product, unnest(array['IE', 'DE', 'FR']) as country`,
  );
  const state = batchStateText({ expiry: EXPIRY, recalls: [] });
  await pool().query(
    `insert into batch (realm, gtin, lot, expiry, state, commissioned)
     select realm, gtin, 'L' || n, $1, $2, true from product, generate_series(0, $3::int - 1) as n`,
    [EXPIRY, state, BATCHES],
  );
  await pool().query('insert into custody_coverage select gln, 480, 500 from organisation');
}

/** The receiving that brought each delivery, and its leaf. */
const EVENTS = `with e as (
    insert into event (id, realm, reporter, event_id, event_hash, content_digest, act, claim, action, biz_step, disposition, event_time,
      offset_minutes, record_time, parties, countries, document, context, field_names, field_salts, field_commitments)
    select md5('event' || n)::uuid, 0, p.gln, 'urn:uuid:' || md5('event' || n)::uuid, 'ni:///sha-256;' || n, sha256(n::text::bytea),
      'receive', $2::jsonb || jsonb_build_object('event', md5('event' || n), 'reporter', p.gln), 'OBSERVE', 'receiving', 'in_progress',
      now() - interval '2 days', 0, now() - interval '2 days', array[p.gln], array['IE'],
      json_build_object('type', 'ObjectEvent', 'eventID', 'urn:uuid:' || md5('event' || n)::uuid), '"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"',
      array['what'], sha256('salt'), sha256('commitment')
    from generate_series(0, $1::int - 1) as n join unnest($3::text[]) with ordinality as p (gln, at) on p.at = n % cardinality($3::text[]) + 1
    returning id)
  insert into ledger.pending (log_id, event_id, leaf) select $4, id, sha256(id::text::bytea) || sha512(id::text::bytea) || sha512('') || sha512('-') from e`;

async function fillEvents(pharmacies: readonly OrgScope[], packs: number): Promise<void> {
  const [first] = pharmacies;
  if (!first) throw new Error('there are pharmacies');
  const claim = JSON.stringify({ ...claimInTests(first, ''), act: 'receive' });
  const glns = pharmacies.map(({ organisation }) => organisation);
  await pool().query(EVENTS, [Math.ceil(packs / DELIVERY), claim, glns, LOG_ID]);
}

/** In the order of the primary key, which makes the index as dense as one that has grown with its table's fill factor. */
const PACKS = `insert into pack (realm, gtin, serial, lot, expiry, status, holder, location, state, counter, head_event)
  select 0, g.gtin, upper(substr(md5(n::text), 1, 14)), 'L' || n / $4::int % $5::int, $6, 'active', p.gln, p.place,
    $7::jsonb || jsonb_build_object('l', 'L' || n / $4::int % $5::int,
      'p', json_build_array('h', p.gln, p.place, (extract(epoch from now()) * 1000)::bigint - 172800000, null),
      'c', json_build_array(md5('made' || n / 1000), $10::text, null, 'IE', 1790000000000, 1790000000000)),
    3, md5('event' || n / $8::int)::uuid
  from generate_series(0, $1::int - 1) as n
  join unnest($2::text[]) with ordinality as g (gtin, at) on g.at = n % $4::int + 1
  join unnest($3::text[], $9::text[]) with ordinality as p (gln, place, at) on p.at = n / $8::int % cardinality($3::text[]) + 1
  order by 2, 3`;

async function fillPacks(
  pharmacies: readonly OrgScope[],
  gtins: readonly Gtin[],
  packs: number,
): Promise<void> {
  const [first] = pharmacies;
  if (!first) throw new Error('there are pharmacies');
  const state = packStateText({ ...activeState(heldBy(first)), expiry: EXPIRY });
  const glns: readonly Gln[] = pharmacies.map(({ organisation }) => organisation);
  const places = pharmacies.map(({ location }) => location);
  await pool().query(PACKS, [
    ...[packs, gtins, glns, PRODUCTS, BATCHES],
    ...[EXPIRY, state, DELIVERY, places, first.organisation],
  ]);
}

async function sequenceAll(): Promise<void> {
  const sequencer = newSequencer({ batchAgeMs: 0 });
  for (;;) {
    const outcome = await runSequencerOnce(sequencer);
    if (outcome.kind === 'idle') return;
    if (outcome.kind !== 'sealed') throw new Error(JSON.stringify(outcome));
  }
}
