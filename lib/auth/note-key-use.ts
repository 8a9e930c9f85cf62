import type { Gln } from '../gs1/gln.ts';
import { type Instant, momentOf } from '../kernel/instant.ts';
import { addKeyUses, type KeyUses } from '../store/key-uses.ts';
import { shortAddress } from './short-address.ts';

const HOUR_MS = 3_600_000;
/** How long uses are gathered before they are written: a key in use costs the database one statement in this time. */
const GATHER_MS = 5_000;
const MOST_GATHERED = 5_000;
const UNKNOWN = 'unknown';

let gathered = new Map<string, KeyUses>();
let timer: NodeJS.Timeout | undefined;

/** Whose key was used, and from where. */
export interface KeyUse {
  readonly key: string;
  readonly organisation: Gln;
  readonly address: string | undefined;
}

/** Notes that a key was used at `at`. It is written within five seconds; a server that is killed loses what it had gathered. */
export function noteKeyUse({ key, organisation, address }: KeyUse, at: Instant): void {
  const network = shortAddress(address) ?? UNKNOWN;
  const hour = momentOf(Math.floor(at / HOUR_MS) * HOUR_MS);
  const name = `${key} ${hour} ${network}`;
  const uses = (gathered.get(name)?.uses ?? 0) + 1;
  gathered.set(name, { key, organisation, hour, address: network, uses, lastAt: at });
  if (gathered.size >= MOST_GATHERED) void writeKeyUses();
  timer ??= setTimeout(() => void writeKeyUses(), GATHER_MS).unref();
}

/** Writes what was gathered. What cannot be written now is lost: a log of use must not stop the use. */
export async function writeKeyUses(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const uses = [...gathered.values()];
  gathered = new Map();
  if (uses.length === 0) return;
  try {
    await addKeyUses(uses);
  } catch {
    console.error(`key-use/lost ${uses.length} lines of the log of key uses could not be written`);
  }
}
