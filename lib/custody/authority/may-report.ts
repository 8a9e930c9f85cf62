import type { OrgScope } from '../org-scope.ts';
import type { AuthorityCode } from './authority-codes.ts';
import type { AuthorityFacts } from './authority-facts.ts';
import { AUTHORITY_RULES } from './rules/index.ts';
import type { Speech } from './speech.ts';

/** Everything that stands against a speech; `code` is that of the first rule. */
export interface Refusal {
  readonly code: AuthorityCode;
  readonly breaches: readonly {
    readonly code: AuthorityCode;
    readonly rule: string;
    /** The GLNs, GTINs or countries that the caller may not speak for; empty where it may not report at all. */
    readonly subjects: readonly string[];
  }[];
}

/**
 * May this be said by whoever holds `scope` (custody.md 5)? `undefined`: yes; else a refusal of the whole event (403)
 * with every reason. Pure; looks at no pack, so that a refusal tells nothing about one.
 */
export function mayReport(scope: OrgScope, speech: Speech, facts: AuthorityFacts): Refusal | undefined {
  const breaches = AUTHORITY_RULES.filter((rule) => rule.bindsSandbox || !scope.sandbox).flatMap((rule) => {
    const breach = rule.check(scope, speech, facts);
    return breach ? [{ code: rule.code, rule: rule.id, subjects: breach.subjects }] : [];
  });
  const [first] = breaches;
  return first && { code: first.code, breaches };
}
