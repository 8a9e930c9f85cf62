import type { Detected, DetectorMemory } from './detector.ts';
import type { Finding, Withdrawal } from './finding.ts';
import { remember, remembered } from './remembered.ts';
import type { EventSighting } from './sighting.ts';
import { withoutEffectOf } from './without-effect.ts';

/** The findings that wait for the commissioning of a pack. */
export const packKey = (uri: string): string => `d01/pack/${uri}`;

/** For how many packs a finding waits, where it waits for more than one. */
const waitKey = (finding: string): string => `d01/waits/${finding}`;

/** Marks among those that wait for a pack the ones that wait for others too. */
const MANY = 'many:';

/** Remembers that findings clear when all of their packs are commissioned. */
export function awaitCommissioning(findings: readonly Finding[], memory: DetectorMemory): void {
  for (const { id, packs } of findings) {
    const waiting = packs.length > 1 ? `${MANY}${id}` : id;
    for (const pack of packs) remember(memory, packKey(pack), [waiting]);
    if (packs.length > 1) memory.set(waitKey(id), packs.length);
  }
}

/** The keys of what waits for a pack among others. */
export const waitKeysOf = (pack: string, memory: Pick<DetectorMemory, 'get'>): readonly string[] =>
  remembered(memory.get(packKey(pack)))
    .filter((waiting) => waiting.startsWith(MANY))
    .map((waiting) => waitKey(waiting.slice(MANY.length)));

/** custody.md 2: what is said of an unknown serial takes effect when its commissioning arrives. */
export function commissioned(sighting: EventSighting, memory: DetectorMemory): Detected {
  const without = withoutEffectOf(sighting);
  const withdrawals: Withdrawal[] = [];
  for (const pack of sighting.packs) {
    const waiting = without.has(pack) ? [] : remembered(memory.get(packKey(pack)));
    if (waiting.length > 0) memory.set(packKey(pack), undefined);
    for (const finding of waiting.flatMap((one) => clearedIn(one, memory)))
      withdrawals.push({ finding, at: sighting.claim.recordedAt, clearedBy: sighting.event });
  }
  return { findings: [], withdrawals };
}

/** The finding, where the pack was the last that it waited for. */
function clearedIn(waiting: string, memory: DetectorMemory): readonly string[] {
  if (!waiting.startsWith(MANY)) return [waiting];
  const finding = waiting.slice(MANY.length);
  const left = Number(memory.get(waitKey(finding)));
  memory.set(waitKey(finding), left > 1 ? left - 1 : undefined);
  return left > 1 ? [] : [finding];
}
