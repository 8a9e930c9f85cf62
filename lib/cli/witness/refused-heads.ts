import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Anyone may send a head with a bad proof: no more than so many are kept. */
const MOST = 100;

/**
 * Keeps heads that a log signed and that were refused, one file each beside the state: two signed heads that no proof connects are
 * evidence that anybody can check.
 */
export function refusedHeads(
  folder: string,
  tell: (sentence: string) => void,
): (origin: string, note: Uint8Array) => void {
  return (origin, note) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const kept = readdirSync(folder);
    const name = `${createHash('sha256').update(note).digest('hex').slice(0, 32)}.checkpoint`;
    if (kept.includes(name) || kept.length >= MOST) return;
    const file = join(folder, name);
    writeFileSync(file, note, { mode: 0o600, flush: true });
    tell(`A signed head of ${origin} was not shown to continue the last one: it is kept in ${file}.`);
  };
}
