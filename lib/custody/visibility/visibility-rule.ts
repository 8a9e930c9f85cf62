import type { Act } from '../claim.ts';
import type { OrganisationRole } from '../org-scope.ts';

/** How much of an event a reader sees. `outline`: kind, time and country. What is hidden does not exist. */
export type Visibility = 'whole' | 'outline' | 'hidden';

/**
 * How a reader stands to an event, as data: the evaluator here and the store's writer of SQL read the same words, so
 * that no query can see more than the rules.
 */
export type VisibilityCondition =
  | { readonly kind: 'reporter-is-reader' }
  /** In the source or the destination list. */
  | { readonly kind: 'party-named' }
  /** Holds every, or some, of the GTINs of an event that says one of `acts`. */
  | { readonly kind: 'holder-of-gtin'; readonly of: 'every' | 'some'; readonly acts: readonly Act[] }
  /** The event touches the reader's country. */
  | { readonly kind: 'country-touched' }
  /** Another event of one of its packs does. */
  | { readonly kind: 'pack-touched-country' }
  /** A finding of the reader names one of its packs. */
  | { readonly kind: 'pack-in-finding' }
  /** A grant of the event's reporter covers it. */
  | { readonly kind: 'grant' };

interface RuleBase {
  readonly id: `visibility/${string}`;
  /** The section of the rule sheet that the rule comes from. */
  readonly source: string;
  readonly readers: 'anyone' | readonly OrganisationRole[];
  /** `logged`: looking at it is logged with a reason; a grant's use is itself an entry of the ledger. */
  readonly use: 'free' | 'logged' | 'ledger';
}

/** A rule that gives what it says wherever its condition holds. */
export interface RelationRule extends RuleBase {
  readonly condition: Exclude<VisibilityCondition, { readonly kind: 'grant' }>;
  readonly gives: Exclude<Visibility, 'hidden'>;
}

/** Gives what the grant says; only the outline where it covers some of the event's packs and not all. */
export interface GrantRule extends RuleBase {
  readonly condition: Extract<VisibilityCondition, { readonly kind: 'grant' }>;
  readonly gives: 'as-granted';
}

/** One row of custody.md section 6, as far as it speaks of events. */
export type VisibilityRule = RelationRule | GrantRule;
