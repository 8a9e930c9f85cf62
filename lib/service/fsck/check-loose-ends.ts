import { LOOSE_ENDS, loadLooseEnds } from '../../store/fsck/loose-ends.ts';
import { faultAt } from './fsck-fault.ts';
import type { FsckPass } from './fsck-pass.ts';

/** What no leaf commits to: references between rows, and columns that must agree. One question a step. */
export const checkLooseEnds: FsckPass = {
  name: 'references',
  async step(tx, _context, from = '0') {
    const at = Number(from);
    const question = LOOSE_ENDS[at];
    if (!question) return { faults: [], rows: 0, next: undefined };
    const found = await loadLooseEnds(tx, question);
    const faults = found.map((end) => faultAt(end, end.code, end.field, end.detail));
    return { faults, rows: 0, next: String(at + 1) };
  },
};
