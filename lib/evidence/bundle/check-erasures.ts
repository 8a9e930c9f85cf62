import { STATEMENT_KIND } from '../statement-leaf.ts';
import type { BundleEntry } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import type { ProvenEntry } from './check-entry.ts';

/**
 * Checks that each field called erased was erased by whoever reported it: a statement among the entries says so of this event and this
 * field, and the same actor made both. Throws {@link BundleRefusal}.
 */
export function checkErasures(entries: readonly BundleEntry[], proven: readonly ProvenEntry[]): void {
  const byId = new Map(proven.map((entry) => [entry.id, entry]));
  for (const [at, { fields }] of entries.entries())
    for (const [place, { name, erasedBy }] of fields.entries()) {
      const event = proven[at];
      if (erasedBy === undefined || (event && states(byId.get(erasedBy), event, name))) continue;
      throw new BundleRefusal('bundle/erasure', `/entries/${at}/fields/${place}`, name);
    }
}

function states(statement: ProvenEntry | undefined, event: ProvenEntry, field: string): boolean {
  if (statement?.leaf.type !== 'statement' || event.leaf.type !== 'event') return false;
  if (statement.leaf.kind !== STATEMENT_KIND.fieldsErased) return false;
  if (`${statement.leaf.actor}` !== `${event.leaf.actor}`) return false;
  const said = (name: string) => statement.fields.find((one) => one.name === name)?.value;
  const names = said('fields');
  return said('event') === event.id && Array.isArray(names) && names.includes(field);
}
