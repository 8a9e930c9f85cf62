import { parsePolicy } from '../../ledger/parse-policy.ts';
import type { Vkey } from '../../ledger/vkey.ts';

/** A policy is a few lines. */
const MOST_CHARACTERS = 100_000;

/** The keys that a log says it signs with, from its policy file. Throws one sentence where it cannot be asked. */
export async function logKeys(log: string): Promise<readonly Vkey[]> {
  const address = `${log.replace(/\/$/, '')}/policy`;
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'error' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const text = await response.text();
  const policy = text.length > MOST_CHARACTERS ? undefined : parsePolicy(text);
  if (!policy?.ok) throw new Error(`${address} is no policy file.`);
  return policy.value.logs.map(({ vkey }) => vkey);
}
