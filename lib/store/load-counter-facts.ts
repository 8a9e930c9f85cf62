import { type CoverageCount, custodyCoverage } from '../anomaly/custody-coverage.ts';
import type { CounterFacts, PreviousAnswer } from '../custody/counter/counter-facts.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { type ChainJson, isInClosed, stateInChain } from './chain-column.ts';
import { COUNTER_FACTS } from './counter-statement.ts';
import { type PartyJson, type ProductJson, partyOf, productOf } from './fact-columns.ts';
import { type LedgerPlace, ledgerPlaceOf, type ShownSizes } from './ledger-place.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import { batchStateOf } from './state-columns.ts';
import type { Db } from './transaction.ts';

/** Which pack is asked about, as it was read. */
export interface CounterQuestion {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | undefined;
  readonly at: Instant;
}

/** What the rules are given, and where the latest event of the pack stands in the log. */
export interface LoadedCounterFacts {
  readonly facts: CounterFacts;
  /** Absent for a pack that no event names. */
  readonly head: LedgerPlace | undefined;
  /**
   * Whether the asker may be led to that event: it reported it or is a party of it. To anybody else not even its index is told, for
   * its leaf carries the reporter's pseudonym (custody.md 6).
   */
  readonly headShown: boolean;
}

/** custody.md 3: "once more" is a second verification within 30 minutes. */
const WINDOW_MS = 30 * 60_000;

/** No supply of the organisation has been counted yet. */
const UNMEASURED: CoverageCount = { good: 0, total: 0 };

interface Row extends ShownSizes {
  readonly pack: Json | null;
  readonly chain: ChainJson | null;
  readonly head_event: string | null;
  readonly head_shown: boolean | null;
  readonly head_seq: bigint | null;
  readonly batch: Json | null;
  readonly batch_known: boolean | null;
  readonly product: ProductJson | null;
  readonly party: PartyJson | null;
  readonly holder: PartyJson | null;
  readonly site: { readonly country: string; readonly timeZone: string } | null;
  readonly coverage: CoverageCount | null;
  readonly previous: readonly PreviousAnswer[] | null;
}

/**
 * Everything the counter's table asks about one pack, in one round trip. A scope of a whole organisation stands at the first of its
 * locations; an organisation without any has its own country and UTC.
 */
export async function loadCounterFacts(
  scope: OrgScope,
  question: CounterQuestion,
  db: Db = pool(),
): Promise<LoadedCounterFacts> {
  const { rows } = await db.query<Row>({
    ...COUNTER_FACTS,
    values: [
      scope.realm,
      question.gtin,
      question.serial,
      question.lot,
      scope.organisation,
      scope.location,
      new Date(question.at - WINDOW_MS),
      LOG_ID,
    ],
  });
  const row = rows[0];
  if (!row?.party) throw new Error('the organisation of a scope is registered');
  const place = row.head_event === null ? undefined : { event: row.head_event, seq: row.head_seq };
  return {
    facts: factsOf(scope, row, partyOf(row.party)),
    head: place && ledgerPlaceOf(place.event, place.seq, row),
    headShown: row.head_shown === true,
  };
}

function factsOf(scope: OrgScope, row: Row, party: CounterFacts['party']): CounterFacts {
  const site = row.site ?? { country: scope.country, timeZone: 'UTC' };
  return {
    ...(row.product && { product: productOf(row.product) }),
    ...(row.batch !== null && { batch: { ...batchStateOf(row.batch), known: row.batch_known === true } }),
    ...(row.pack !== null && { pack: stateInChain(row.pack, row.chain) }),
    ...(isInClosed(row.chain) && { inClosedContainer: true }),
    ...(row.holder && { holder: partyOf(row.holder) }),
    party,
    sandbox: scope.sandbox,
    custodyCoverage: custodyCoverage(row.coverage ?? UNMEASURED),
    previous: row.previous ?? [],
    siteCountry: site.country,
    siteTimeZone: site.timeZone,
  };
}
