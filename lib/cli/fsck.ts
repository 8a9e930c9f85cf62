import type { FsckFault } from '../service/fsck/fsck-fault.ts';
import { type FsckReport, runFsck } from '../service/fsck/run-fsck.ts';
import { logVkey } from '../store/log-key.ts';
import { closeStore } from '../store/pool.ts';
import type { ConsoleIo } from './console-io.ts';
import { type FsckOptions, fsckOptions } from './fsck/fsck-options.ts';
import { type FsckState, loadFsckState, saveFsckState } from './fsck/fsck-state.ts';
import { sentenceFor } from './sentence-for.ts';

/** `vialog fsck`: checks the whole database. Gives the exit code: 0 nothing is wrong, 1 faults were found, 2 the database cannot be used. Throws `UnusableInput`. */
export async function fsck(args: readonly string[], io: ConsoleIo): Promise<number> {
  const options = fsckOptions(args);
  const before = loadFsckState(options.stateFile);
  try {
    const found = await checked(options, before, io);
    const sum = `${found.rows} rows looked at, ${found.faults} faults, ${found.doubts} doubts.`;
    const { rows, faults, doubts } = found;
    io.out(options.json ? JSON.stringify({ ok: faults === 0, rows, faults, doubts }) : sum);
    return found.faults === 0 ? 0 : 1;
  } catch (error) {
    io.err(sentenceFor(error));
    return 2;
  } finally {
    await closeStore();
  }
}

async function checked(options: FsckOptions, before: FsckState, io: ConsoleIo): Promise<FsckState> {
  const keys = options.logKeys.length > 0 ? options.logKeys : [logVkey()];
  const tell = teller(io);
  let state = before;
  for await (const report of runFsck(keys, before.place)) {
    for (const fault of report.faults) io.out(options.json ? JSON.stringify(fault) : sentence(fault));
    state = after(state, report);
    saveFsckState(options.stateFile, state);
    tell(report.pass, state.rows);
  }
  return state;
}

function after({ rows, faults, doubts }: FsckState, report: FsckReport): FsckState {
  const wrong = report.faults.filter(({ grade }) => grade === 'fault').length;
  return {
    place: report.next,
    rows: rows + report.rows,
    faults: faults + wrong,
    doubts: doubts + report.faults.length - wrong,
  };
}

const sentence = ({ grade, table, row, field, detail, code }: FsckFault): string =>
  `${grade}: ${table} (${row}), ${field}: ${detail} [${code}]`;

/** Says once a second how far it is. */
function teller(io: ConsoleIo): (pass: string, rows: number) => void {
  const start = performance.now();
  let told = start;
  let first: number | undefined;
  return (pass, rows) => {
    first ??= rows;
    const now = performance.now();
    if (now - told < 1_000) return;
    told = now;
    io.err(`${pass}: ${rows} rows, ${Math.round(((rows - first) * 1_000) / (now - start))} a second`);
  };
}
