import type { CustodyFacts, PackFacts } from '../custody/custody-facts.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackEntry } from '../custody/pack-entry.ts';
import type { PartyFacts } from '../custody/party-facts.ts';
import type { Recording } from '../custody/recording.ts';
import type { LoadedCustody } from '../store/load-custody.ts';
import type { NamedEvent } from './named-event.ts';

/** What the recorder knows of an event beside what it says. `recordedAt` is our clock, or the original one of an import; `levels` see {@link Recording}. */
export function recordingOf(
  scope: OrgScope,
  named: NamedEvent,
  loaded: LoadedCustody,
  { recordedAt, levels }: Pick<Recording, 'recordedAt' | 'levels'>,
): Recording {
  const reporter = loaded.parties.get(scope.organisation);
  if (!reporter) throw new Error('the organisation of a scope is registered');
  const declaration = named.event.errorDeclaration;
  return {
    event: named.ref,
    reporter,
    principals: principalsIn(scope, loaded),
    sandbox: scope.sandbox,
    recordedAt,
    sessionLocation: scope.location,
    locations: loaded.locations,
    corrects: declaration && named.references.corrects,
    correctives: named.references.correctives,
    lifts: named.references.lifts,
    levels,
    repeats: loaded.repeats,
  };
}

/** Organisations named by the event or by its products that have made the reporter their agent. */
export const principalsIn = (scope: OrgScope, { parties }: LoadedCustody): readonly PartyFacts[] =>
  [...parties.values()].filter(({ agents }) => agents.includes(scope.organisation));

/** What is stored of everything that an event names, with the histories of those packs that need one. */
export function custodyFactsOf(
  loaded: LoadedCustody,
  histories: ReadonlyMap<string, readonly PackEntry[]>,
): CustodyFacts {
  const packs = new Map<string, PackFacts>();
  for (const [uri, { state, contentsTouchedAt }] of loaded.packs)
    packs.set(uri, { state, contentsTouchedAt, history: histories.get(uri) });
  const containers = new Map<string, PackFacts>();
  for (const [uri, state] of loaded.ancestors) containers.set(uri, { state });
  for (const [uri, { state, contentsTouchedAt }] of loaded.objects)
    if (state) containers.set(uri, { state, contentsTouchedAt });
  const { batches, products, parties } = loaded;
  return { packs, containers, containerHolders: new Map(), batches, products, parties };
}
