import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import { env } from '../env.ts';
import { type NetworkKey, parseNetworkKey, sandboxKey } from '../evidence/event-id.ts';
import { hexOf, parseHex } from '../kernel/bytes.ts';
import { keptSecret } from './kept-secret.ts';

let known: NetworkKey | undefined;

/**
 * K_net, 32 bytes: what the network's tags, event ids and pseudonyms are made under (`VIALOG_TAG_KEY` as 64 hex digits, else kept
 * in the data folder). It must stay the same for as long as the log lives.
 */
export function networkKey(): NetworkKey {
  known ??= readKey(env().tagKey ?? keptSecret('tag-key', () => hexOf(randomBytes(32))));
  return known;
}

/** The key that names what an organisation reports and states: a sandbox's packs are other packs (custody.md 7). */
export const networkKeyOf = (scope: Pick<OrgScope, 'organisation' | 'sandbox'>): NetworkKey =>
  scope.sandbox ? sandboxKey(networkKey(), scope.organisation) : networkKey();

function readKey(text: string): NetworkKey {
  const key = parseNetworkKey(parseHex(text.toLowerCase()) ?? new Uint8Array());
  if (key === undefined) throw new Error('VIALOG_TAG_KEY must be 64 hexadecimal digits.');
  return key;
}
