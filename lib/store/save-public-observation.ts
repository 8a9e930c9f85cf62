import type { PublicAnswer } from '../custody/public/judge-for-public.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PublicKey } from './load-public-facts.ts';
import { pool } from './pool.ts';
import type { ObservationSeal } from './save-observation.ts';

/** A check by the public: what was read, how, and what was answered. Of who asked, nothing. */
export interface PublicObservation extends PublicKey {
  /** 32 hex digits. */
  readonly id: string;
  readonly at: Instant;
  readonly entryMode: 'scan' | 'manual';
  /** As read: YYMMDD. */
  readonly expiry: string | undefined;
  readonly answer: PublicAnswer;
}

const SAVE = {
  name: 'save-public-observation',
  text: `with o as (
      insert into observation (id, realm, at, organisation, entry_mode, operation, gtin, serial, lot, expiry, verdict, code, severity, salt)
      values ($1, 0, $2, null, $3, 'public-check', $4, $5, $6, $7, $8, $9, 0, $10) returning id)
    insert into ledger.observation_pending (observation, commitment) select id, $11 from o`,
};

/** The verdict of the counter that says the same, for whoever counts observations. */
const VERDICTS = { fit: 'supply', 'not-fit': 'set-aside', 'not-confirmed': 'rescan' } as const;

/** Keeps a check by the public and queues its commitment for the log. Durable when it resolves. */
export async function savePublicObservation(seen: PublicObservation, seal: ObservationSeal): Promise<void> {
  const { id, at, entryMode, gtin, serial, lot, expiry, answer } = seen;
  await pool().query({
    ...SAVE,
    values: [
      ...[id, new Date(at), entryMode, gtin, serial ?? '', lot, expiry],
      ...[VERDICTS[answer], `public/${answer}`, seal.salt, seal.commitment],
    ],
  });
}
