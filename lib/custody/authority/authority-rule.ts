import type { OrgScope } from '../org-scope.ts';
import type { AuthorityCode } from './authority-codes.ts';
import type { AuthorityFacts } from './authority-facts.ts';
import type { Speech } from './speech.ts';

/** What a rule holds against a speech: the GLNs, GTINs or countries that the caller may not speak for. */
interface AuthorityBreach {
  readonly subjects: readonly string[];
}

/** One limit of who may report. It sees nothing of any pack, so a refusal tells nothing about one. */
export interface AuthorityRule {
  readonly id: `authority/${string}`;
  /** The section of the rule sheet that the rule comes from. */
  readonly source: string;
  readonly code: AuthorityCode;
  /** A sandbox organisation may report about any party and any product inside its own realm. */
  readonly bindsSandbox: boolean;
  check(scope: OrgScope, speech: Speech, facts: AuthorityFacts): AuthorityBreach | undefined;
}

/** A breach where there is at least one subject. */
export const breachOf = (subjects: readonly string[]): AuthorityBreach | undefined =>
  subjects.length === 0 ? undefined : { subjects: [...new Set(subjects)] };
