import type { Deed } from '../pack-state.ts';
import { bindingSupply } from './binding-supply.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';

const JUST_NOW_MS = 10 * 60_000;

/** The asker's own supply at this very location, and how long ago it was in milliseconds. */
export function suppliedHere(
  request: CounterRequest,
  facts: CounterFacts,
): { readonly deed: Deed; readonly agoMs: number; readonly justNow: boolean } | undefined {
  const deed = bindingSupply(facts);
  if (deed?.by !== facts.party.gln || deed.location !== request.location) return undefined;
  // A time claimed ahead of its record counts as its record time; one claimed long ago is no double scan.
  const agoMs = Math.max(0, request.at - Math.min(deed.at, deed.recordedAt));
  return { deed, agoMs, justNow: agoMs < JUST_NOW_MS };
}
