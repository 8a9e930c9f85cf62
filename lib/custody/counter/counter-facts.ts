import type { Instant } from '../../kernel/instant.ts';
import type { BatchState } from '../batch-state.ts';
import type { PackState } from '../pack-state.ts';
import type { PartyFacts } from '../party-facts.ts';
import type { ProductFacts } from '../product-facts.ts';
import type { CounterVerdict } from './counter-answer.ts';
import type { CounterCode } from './counter-codes.ts';

/** An answer the asker got at the same location for the same pack, under another request id. */
export interface PreviousAnswer {
  readonly at: Instant;
  readonly operationId: string;
  readonly verdict: CounterVerdict;
  /** The code that decided it. */
  readonly code: CounterCode;
}

/** Everything the counter's rows look at. What is not registered is absent. */
export interface CounterFacts {
  readonly product?: ProductFacts;
  /** The batch that the request names; `known` where something of it was ever commissioned with effect. */
  readonly batch?: BatchState & { readonly known: boolean };
  /** With the containers that it is in counted in. */
  readonly pack?: PackState;
  /** The pack is, by the record, in a closed container. */
  readonly inClosedContainer?: boolean;
  /** The asker. */
  readonly party: PartyFacts;
  /** A sandbox organisation plays every part in its own realm. */
  readonly sandbox?: boolean;
  /** The current holder, where it is registered: who holds the pack or, in transit, who sent it. */
  readonly holder?: PartyFacts;
  /** The share of the asker's supplies that had a recorded delivery, 0 to 1 (detectors.md, D09). */
  readonly custodyCoverage: number;
  /** The last 30 minutes suffice. */
  readonly previous: readonly PreviousAnswer[];
  /** ISO 3166-1 alpha-2. */
  readonly siteCountry: string;
  /** IANA name: the site's date decides on expiry and withdrawal, and every date of an answer is told in it. */
  readonly siteTimeZone: string;
}
