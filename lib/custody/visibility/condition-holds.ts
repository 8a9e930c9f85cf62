import { assertNever } from '../../kernel/assert-never.ts';
import type { OrgScope } from '../org-scope.ts';
import type { EventFacts } from './event-facts.ts';
import type { RelationRule } from './visibility-rule.ts';

/** Does the reader stand to the event as the condition says? Grants are read elsewhere: they give more than yes or no. */
export function conditionHolds(
  condition: RelationRule['condition'],
  { organisation, country }: OrgScope,
  facts: EventFacts,
): boolean {
  switch (condition.kind) {
    case 'reporter-is-reader':
      return facts.reporter === organisation;
    case 'party-named':
      return facts.sourceParties.includes(organisation) || facts.destinationParties.includes(organisation);
    case 'holder-of-gtin': {
      const others = facts.gtinHolders.some((holder) => holder !== organisation);
      const holds = facts.gtinHolders.includes(organisation);
      return condition.acts.includes(facts.act) && holds && (condition.of === 'some' || !others);
    }
    case 'country-touched':
      return facts.countries.includes(country);
    case 'pack-touched-country':
      return facts.packCountries.includes(country);
    case 'pack-in-finding':
      return facts.findingReaders.includes(organisation);
    default:
      return assertNever(condition);
  }
}
