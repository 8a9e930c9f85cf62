/**
 * lib/service/fsck: everything that the database holds against everything else (ledger.md 3.7): business row to commitments to leaf to
 * hash to tile to signed root, and the states against the fold of their events. One pass a file.
 */
import { loadRegister } from '../../store/fsck/register.ts';
import { inSnapshot } from '../../store/in-snapshot.ts';
import { checkBatches } from './check-batches.ts';
import { checkEvents } from './check-events.ts';
import { checkLog } from './check-log.ts';
import { checkLooseEnds } from './check-loose-ends.ts';
import { checkObjects, checkPacks } from './check-objects.ts';
import { checkObservations } from './check-observations.ts';
import { checkStatements } from './check-statements.ts';
import type { FsckFault } from './fsck-fault.ts';
import type { FsckContext, FsckPass } from './fsck-pass.ts';

const PASSES: readonly FsckPass[] = [
  checkLog,
  checkEvents,
  checkStatements,
  checkObservations,
  checkPacks,
  checkObjects,
  checkBatches,
  checkLooseEnds,
];

/** Where a check stands: in which pass, and where in it. */
export interface FsckPlace {
  readonly pass: string;
  /** Absent: at its beginning. */
  readonly from: string | undefined;
}

/** What is told after every step. `rows` are those that it looked at. */
export interface FsckReport {
  readonly pass: string;
  readonly rows: number;
  readonly faults: readonly FsckFault[];
  /** Where to go on from; absent: all is looked at. */
  readonly next: FsckPlace | undefined;
}

/**
 * Checks the whole database, or goes on at `from`. Each step reads one moment, so that the platform may go on working meanwhile; what it
 * holds in memory is the register and one page. Throws where `from` names no pass.
 */
export async function* runFsck(
  logKeys: FsckContext['logKeys'],
  from: FsckPlace | undefined,
): AsyncGenerator<FsckReport> {
  const context: FsckContext = { logKeys, register: await inSnapshot(loadRegister) };
  const first = from ? PASSES.findIndex(({ name }) => name === from.pass) : 0;
  if (first === -1) throw new Error(`there is no pass "${from?.pass}"`);
  for (const [at, pass] of PASSES.entries()) {
    if (at < first) continue;
    let cursor = at === first ? from?.from : undefined;
    do {
      const start = cursor;
      const { faults, rows, next } = await inSnapshot((tx) => pass.step(tx, context, start));
      cursor = next;
      yield { pass: pass.name, rows, faults, next: placeBehind(at, next) };
    } while (cursor !== undefined);
  }
}

function placeBehind(at: number, next: string | undefined): FsckPlace | undefined {
  const pass = PASSES[next === undefined ? at + 1 : at];
  return pass && { pass: pass.name, from: next };
}
