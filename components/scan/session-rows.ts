import type { PackAnswer } from './pack-answer.ts';
import type { EarlierScan } from './scan-data.ts';
import type { AskedChange, ScanEntry } from './scan-machine.ts';

/** A line of the session's list: a decided pack, or one on its way. */
export interface SessionRow extends Omit<EarlierScan, 'verdict'> {
  /** `null` while no answer has come. */
  readonly verdict: EarlierScan['verdict'] | null;
  /** `kept` on this device, `sent` to the server, `answered`, or `set-aside` by hand. */
  readonly progress: 'kept' | 'sent' | 'answered' | 'set-aside';
}

/** A supply may be undone for ten days of record time, where it was made (custody rules, section 1). */
const UNDO_MS = 10 * 24 * 3600 * 1000;

/**
 * Whether the supply of a line may still be undone at `nowMs`: until when in milliseconds, `over` once the ten days have passed, and
 * `undefined` for a line that is no supply.
 */
export function undoOf({ target, undoUntil }: SessionRow, nowMs: number): number | 'over' | undefined {
  if (target !== 'supplied' || undoUntil === null) return undefined;
  const until = Date.parse(undoUntil);
  return nowMs < until ? until : 'over';
}

export const rowsOfEarlier = (earlier: readonly EarlierScan[]): readonly SessionRow[] =>
  earlier.map((scan) => ({ ...scan, progress: 'answered' as const }));

/** The pack has been read and its question is on the way. */
export function rowsAsked(rows: readonly SessionRow[], entry: ScanEntry): readonly SessionRow[] {
  if (rows.some(({ id }) => id === entry.requestId))
    return withRow(rows, entry.requestId, { progress: 'sent' });
  const row: SessionRow = {
    id: entry.requestId,
    pack: entry.pack,
    at: entry.at,
    productName: null,
    verdict: null,
    target: null,
    ledger: null,
    undoUntil: null,
    progress: 'sent',
  };
  return [row, ...rows];
}

/** The server has answered a question about the pack, or carried out the change asked for. */
export function rowsAnswered(
  rows: readonly SessionRow[],
  id: string,
  answer: PackAnswer,
  done: { readonly change: AskedChange; readonly nowMs: number } | undefined,
): readonly SessionRow[] {
  const { ledger } = answer;
  return withRow(rows, id, {
    progress: answer.offline ? 'kept' : 'answered',
    verdict: answer.verdict,
    ...(answer.product ? { productName: answer.product.name } : {}),
    ...(ledger ? { ledger: { status: ledger.status, index: ledger.index } } : {}),
    ...(done ? changeOf(done.change, done.nowMs) : {}),
  });
}

function changeOf(change: AskedChange, nowMs: number): Partial<SessionRow> {
  const supplied = change.target === 'supplied';
  return {
    verdict: 'supply',
    target: change.target,
    undoUntil: supplied ? new Date(nowMs + UNDO_MS).toISOString() : null,
  };
}

/** Of the packs that were kept here, those that wait no longer are with the register now. */
export const rowsSettled = (
  rows: readonly SessionRow[],
  waitingPacks: ReadonlySet<string>,
): readonly SessionRow[] =>
  rows.map((row) =>
    row.progress === 'kept' &&
    row.verdict !== null &&
    !waitingPacks.has(`${row.pack.gtin}/${row.pack.serial}`)
      ? { ...row, progress: 'answered' }
      : row,
  );

/** No answer came: the pack stays on this device until one does. */
export const rowsKept = (rows: readonly SessionRow[], id: string): readonly SessionRow[] =>
  withRow(rows, id, { progress: 'kept' });

/** The pack lies in the quarantine box. */
export const rowsSetAside = (rows: readonly SessionRow[], id: string): readonly SessionRow[] =>
  withRow(rows, id, { progress: 'set-aside' });

const withRow = (
  rows: readonly SessionRow[],
  id: string,
  change: Partial<SessionRow>,
): readonly SessionRow[] => rows.map((row) => (row.id === id ? { ...row, ...change } : row));
