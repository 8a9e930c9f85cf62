import { type Gln, parseGln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { DetectorMemory } from './detector.ts';
import type { DetectorFacts } from './facts.ts';
import { PARAMETERS } from './parameters.ts';
import { houseOf } from './site.ts';

/** A list of texts that a detector has remembered; empty where it remembers nothing. */
export const remembered = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** The members of an object that a detector has remembered, as texts; empty where it remembers nothing. */
export const rememberedBy = (value: Json | undefined): ReadonlyMap<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : new Map();

/** An organisation or place that a detector has remembered as a member of an object. */
export function rememberedGln(by: ReadonlyMap<string, string>, name: string): Gln | undefined {
  const gln = parseGln(by.get(name) ?? '');
  return gln.ok ? gln.value : undefined;
}

/** Adds to a remembered list, whose oldest members go where it grows too long. */
export function remember(memory: DetectorMemory, key: string, added: readonly string[]): readonly string[] {
  const all = [...new Set([...remembered(memory.get(key)), ...added])].slice(-PARAMETERS.mostOpen);
  memory.set(key, all);
  return all;
}

/** How many unrelated organisations have met something, by what {@link meetAt} remembered. */
export const sitesMet = (memory: DetectorMemory, key: string): number => remembered(memory.get(key)).length;

/** Remembers that an organisation has met something, and gives how many unrelated ones have: branches of one owner are one. */
export function meetAt(memory: DetectorMemory, key: string, organisation: Gln, facts: DetectorFacts): number {
  const site = houseOf(organisation, facts);
  const known = remembered(memory.get(key));
  if (known.includes(site) || known.length >= PARAMETERS.mostSites) return known.length;
  memory.set(key, [...known, site]);
  return known.length + 1;
}
