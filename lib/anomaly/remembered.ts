import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { DetectorMemory } from './detector.ts';
import type { DetectorFacts } from './facts.ts';
import { PARAMETERS } from './parameters.ts';

/** A list of texts that a detector has remembered; empty where it remembers nothing. */
export const remembered = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/**
 * Counts the unrelated organisations that have met something, this one included: branches of one owner group are one. At
 * most eight are remembered, for beyond that the count decides nothing.
 */
export function unrelatedSites(
  memory: DetectorMemory,
  key: string,
  organisation: Gln,
  facts: DetectorFacts,
): number {
  const site = facts.party(organisation)?.ownerGroup ?? organisation;
  const sites = [...new Set([...remembered(memory.get(key)), site])].slice(0, PARAMETERS.d01.mostRemembered);
  memory.set(key, sites);
  return sites.length;
}
