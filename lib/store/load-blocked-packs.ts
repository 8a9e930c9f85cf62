import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { CHAIN_JSON, type ChainJson, stateInChain } from './chain-column.ts';
import { placedPacks } from './placed-packs.ts';
import { pool } from './pool.ts';

/** A pack against which something may speak, by all that stands on it. */
export interface BlockedPack {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot;
  /** `YYYY-MM-DD`. */
  readonly expiry: string;
  /** Given where whom it binds must be looked at: stolen, locked, or supplied by who did not hold it. */
  readonly state: PackState | undefined;
}

const LATELY_MS = 30 * 86_400_000;

/** The products that the scope's place has to do with: held by its organisation, on the way to it, or scanned here in the last thirty days. */
export async function loadStockedGtins(scope: OrgScope, at: Instant): Promise<readonly Gtin[]> {
  const { rows } = await pool().query<{ readonly gtin: Gtin }>({
    name: 'stocked-gtins',
    text: `select gtin from ${placedPacks('held', '$2', '$1')} h union select gtin from ${placedPacks('awaited', '$2', '$1')} a
      union select gtin from observation where realm = $1 and organisation = $2 and at >= $3
      order by gtin`,
    values: [scope.realm, scope.organisation, new Date(at - LATELY_MS)],
  });
  return rows.map(({ gtin }) => gtin);
}

/** What a state says more than its column `status`: locks, and a supply by who did not hold the pack (lib/custody/pack-state-json.ts). */
const BLOCKED = `lot is not null and expiry >= ($3::timestamptz - interval '2 days')::date
  and (status not in ('active', 'unknown') or state ? 'k' or state ? 'f' or parent = any (array(select uri from blocked)))`;

/** Containers that were stolen, locked or have ended, and what stands in them: it binds the packs inside (custody.md 4). */
const BLOCKED_CONTAINERS = `with recursive blocked (uri, depth) as (
    select o.uri, 1 from ledger_object o
     where o.realm = $1 and o.state is not null and (carried_fate(o.state) is not null or o.state ? 'k')
    union all
    select o.uri, b.depth + 1 from blocked b join ledger_object o on o.realm = $1 and o.parent = b.uri where b.depth < 32)`;

const PAGE_ROWS = 20_000;

interface Row {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot;
  readonly expiry: string;
  readonly state: Json | null;
  readonly chain: ChainJson | null;
}

/**
 * The packs of these products that are used up, stolen or locked, with batch and expiry date, and those that somebody else reported supplying; not
 * those whose date has passed, which any device sees by itself. Page by page, so that a million need no more memory than one page.
 */
export async function* blockedPacks(
  { realm }: OrgScope,
  gtins: readonly Gtin[],
  at: Instant,
): AsyncGenerator<readonly BlockedPack[]> {
  let after: Pick<Row, 'gtin' | 'serial'> | undefined;
  do {
    const { rows } = await pool().query<Row>({
      name: 'blocked-packs',
      text: `${BLOCKED_CONTAINERS} select gtin, serial, lot, expiry,
          case when status = 'stolen' or state ? 'k' or state ? 'f' or parent is not null then state end as state,
          case when parent is not null then ${CHAIN_JSON('pack')} end as chain from pack
        where realm = $1 and gtin = any ($2::text[]) and ${BLOCKED} and (gtin, serial) > ($4, $5) order by gtin, serial limit ${PAGE_ROWS}`,
      values: [realm, gtins, new Date(at), after?.gtin ?? '', after?.serial ?? ''],
    });
    after = rows.length === PAGE_ROWS ? rows.at(-1) : undefined;
    yield rows.map(({ state, chain, ...pack }) => ({
      ...pack,
      state: state ? stateInChain(state, chain) : undefined,
    }));
  } while (after);
}

/** How many packs {@link blockedPacks} gives. */
export async function countBlockedPacks(
  { realm }: OrgScope,
  gtins: readonly Gtin[],
  at: Instant,
): Promise<number> {
  const { rows } = await pool().query<{ readonly n: bigint }>({
    name: 'count-blocked-packs',
    text: `${BLOCKED_CONTAINERS} select count(*) as n from pack where realm = $1 and gtin = any ($2::text[]) and ${BLOCKED}`,
    values: [realm, gtins, new Date(at)],
  });
  return Number(rows[0]?.n ?? 0n);
}
