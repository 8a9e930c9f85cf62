import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { base64Of, parseBase64 } from '../../kernel/base64.ts';
import { parseDecimal } from '../../ledger/decimal.ts';
import { parseHash } from '../../ledger/hash.ts';
import { NO_HEAD, type WitnessedLog } from '../../ledger/judge-head.ts';
import { formatVkey, parseVkey } from '../../ledger/vkey.ts';
import { UnusableInput } from '../unusable-input.ts';

/** What a witness remembers of a log. */
export interface RememberedLog extends WitnessedLog {
  /** The last cosigned note with the witness's own line, as it is served; `undefined` before the first. */
  readonly note: string | undefined;
  /** The time of the last cosignature, seconds since 1970. */
  readonly time: bigint;
}

/** Everything a witness remembers, by origin. */
export type WitnessState = ReadonlyMap<string, RememberedLog>;

interface StoredLog {
  readonly keys: readonly string[];
  readonly size: string;
  readonly root: string;
  readonly note?: string;
  readonly time: string;
}

/** A log before anything of it was seen. */
export const newLog = (keys: RememberedLog['keys']): RememberedLog => ({
  keys,
  head: NO_HEAD,
  note: undefined,
  time: 0n,
});

/**
 * Reads the state file; an absent one is a witness that has seen nothing. Throws {@link UnusableInput} where it cannot be read: a witness
 * that forgot what it has signed must not sign again.
 */
export function loadWitnessState(file: string): WitnessState {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw new UnusableInput(`The state file ${file} cannot be read: ${String(error)}.`);
  }
  try {
    const { logs } = JSON.parse(text) as { logs: Record<string, StoredLog> };
    return new Map(Object.entries(logs).map(([origin, log]) => [origin, logOf(log)]));
  } catch (error) {
    throw new UnusableInput(
      `The state file ${file} is damaged (${error instanceof Error ? error.message : error}): a witness that forgot what it has signed must not sign again. Bring the file back, or begin with a new key.`,
    );
  }
}

function logOf({ keys, size, root, note, time }: StoredLog): RememberedLog {
  const [entries, hash, seconds] = [
    parseDecimal(size),
    parseHash(parseBase64(root) ?? new Uint8Array(0)),
    parseDecimal(time),
  ];
  if (entries === undefined || hash === undefined || seconds === undefined)
    throw new Error('a size, a root or a time is not one');
  const vkeys = keys.map((key) => {
    const parsed = parseVkey(key);
    if (!parsed.ok) throw new Error(parsed.error.code);
    return parsed.value;
  });
  return { keys: vkeys, head: { size: entries, root: hash }, note, time: seconds };
}

/** Replaces the state file. When this returns, what it says has outlived a power cut; when it throws, the old file still stands. */
export function saveWitnessState(file: string, state: WitnessState): void {
  const logs = Object.fromEntries(
    [...state].map(([origin, { keys, head, note, time }]): [string, StoredLog] => [
      origin,
      {
        ...{ keys: keys.map(formatVkey), size: `${head.size}`, root: base64Of(head.root), time: `${time}` },
        ...(note === undefined ? {} : { note }),
      },
    ]),
  );
  const beside = `${file}.new`;
  writeFileSync(beside, `${JSON.stringify({ version: 1, logs }, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(beside, file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
