import { missingMigrations } from '../store/missing-migrations.ts';
import { type LedgerHealth, ledgerHealth } from './ledger-health.ts';

/** Whether this process should be sent requests; each check is `ok` or says in a sentence what is wrong. */
export interface Readiness {
  readonly isReady: boolean;
  readonly checks: Readonly<Record<'database' | 'migrations' | 'sequencer', string>>;
}

const OK = 'ok';
const UNKNOWN = 'Not known: the database does not answer.';

/** A block is sealed ten times a second and signed once: whatever waits so long waits for somebody who is not there. */
const MOST_WAITED_MS = 15_000;

/** Asks the database, its migrations (of `migrationsFolder`) and the sequencer at `now`, milliseconds since 1970. Never throws. */
export async function readiness(migrationsFolder: string, now: number): Promise<Readiness> {
  try {
    const missing = await missingMigrations(migrationsFolder);
    const migrations = missing.length === 0 ? OK : `Not applied: ${missing.join(', ')}.`;
    const sequencer =
      missing.length === 0 ? faultOf(await ledgerHealth(now)) : 'Not known before the migrations.';
    return {
      isReady: migrations === OK && sequencer === OK,
      checks: { database: OK, migrations, sequencer },
    };
  } catch {
    // The reason may name hosts and users, which is nobody's business here; the server's journal has it.
    return {
      isReady: false,
      checks: { database: 'It does not answer.', migrations: UNKNOWN, sequencer: UNKNOWN },
    };
  }
}

function faultOf(health: LedgerHealth | undefined): string {
  if (!health) return 'The log is not opened yet.';
  if (health.state !== 'active')
    return `The log is ${health.state}: ${health.haltedBecause ?? 'no reason given'}`;
  if (health.pendingMs > MOST_WAITED_MS) return 'Leaves wait, and nobody sequences them.';
  return health.unpublishedMs > MOST_WAITED_MS ? 'Blocks wait, and nobody signs them.' : OK;
}
