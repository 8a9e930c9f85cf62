import type { DetectorMemory } from './detector.ts';
import type { Finding } from './finding.ts';
import { remember, remembered } from './remembered.ts';

/** Marks among the findings that wait for a pack those that wait for others too. */
const MANY = 'many:';

/** Findings that are explained once something has been recorded for each of their packs. One of these for each detector. */
export interface PacksAwaited {
  /** What waits for a pack. */
  keyOf(pack: string): string;
  /** Further keys, known once {@link PacksAwaited.keyOf} was loaded. */
  linkedKeysOf(packs: readonly string[], memory: Pick<DetectorMemory, 'get'>): readonly string[];
  /** Remembers what findings wait for: their packs, all of them. */
  wait(findings: readonly Finding[], memory: DetectorMemory): void;
  /** Is anything waiting for the pack? */
  isAwaited(pack: string, memory: Pick<DetectorMemory, 'get'>): boolean;
  /** It was recorded for these packs: the findings for which they were the last. */
  came(packs: readonly string[], memory: DetectorMemory): readonly string[];
  /** The finding is explained as a whole: nothing waits for its packs any more. */
  forget(finding: string, packs: readonly string[], memory: DetectorMemory): void;
}

/** What waits under the keys that begin with `prefix`. */
export function packsAwaited(prefix: string): PacksAwaited {
  const keyOf = (pack: string): string => `${prefix}/pack/${pack}`;
  const countKey = (finding: string): string => `${prefix}/waits/${finding}`;
  const waitingFor = (pack: string, memory: Pick<DetectorMemory, 'get'>) =>
    remembered(memory.get(keyOf(pack)));

  /** The finding, where the pack was the last that it waited for. */
  const cleared = (waiting: string, memory: DetectorMemory): readonly string[] => {
    if (!waiting.startsWith(MANY)) return [waiting];
    const finding = waiting.slice(MANY.length);
    const left = Number(memory.get(countKey(finding)));
    memory.set(countKey(finding), left > 1 ? left - 1 : undefined);
    return left > 1 ? [] : [finding];
  };

  return {
    keyOf,
    linkedKeysOf: (packs, memory) =>
      packs
        .flatMap((pack) => waitingFor(pack, memory))
        .filter((waiting) => waiting.startsWith(MANY))
        .map((waiting) => countKey(waiting.slice(MANY.length))),
    wait(findings, memory) {
      for (const { id, packs } of findings) {
        const waiting = packs.length > 1 ? `${MANY}${id}` : id;
        for (const pack of packs) remember(memory, keyOf(pack), [waiting]);
        if (packs.length > 1) memory.set(countKey(id), packs.length);
      }
    },
    isAwaited: (pack, memory) => waitingFor(pack, memory).length > 0,
    came(packs, memory) {
      const findings: string[] = [];
      for (const pack of packs) {
        const waiting = waitingFor(pack, memory);
        if (waiting.length > 0) memory.set(keyOf(pack), undefined);
        findings.push(...waiting.flatMap((one) => cleared(one, memory)));
      }
      return findings;
    },
    forget(finding, packs, memory) {
      if (packs.length > 1) memory.set(countKey(finding), undefined);
      for (const pack of packs) {
        const others = waitingFor(pack, memory).filter((one) => one !== finding && one !== MANY + finding);
        memory.set(keyOf(pack), others.length === 0 ? undefined : others);
      }
    },
  };
}
