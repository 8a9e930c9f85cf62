import type { AuthorityRule } from '../authority-rule.ts';

/** Admins and operators report; viewers read. */
export const viewersDoNotReport: AuthorityRule = {
  id: 'authority/viewers-do-not-report',
  source: 'custody.md 5',
  code: 'authority/viewer',
  bindsSandbox: true,
  check: (scope) => (scope.userRole === 'viewer' ? { subjects: [] } : undefined),
};
