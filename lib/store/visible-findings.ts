import type { OrgScope } from '../custody/org-scope.ts';
import type { SqlValues } from './sql-values.ts';

/**
 * What of `finding f` the reader may see (custody.md 6, detectors.md: three outputs). A case is for the regulators of the countries it
 * touches; a data-quality item and the alert of a scan are for the parties they are about. A finding that has not outlived its settle
 * window is nobody's, and what was withdrawn in that time never was.
 */
export function visibleFindings(scope: OrgScope, values: SqlValues): string {
  const audience =
    scope.organisationRole === 'regulator'
      ? `f.kind = 'case' and ${values.add(scope.country)} = any (f.countries)`
      : `f.kind <> 'case' and ${values.add(scope.organisation)} = any (f.parties)`;
  return `f.realm = ${values.add(scope.realm)} and ${audience} and ${SETTLED}`;
}

/** The finding has been shown to somebody. */
const SETTLED = `(f.status in ('open', 'closed') or (f.status = 'withdrawn' and f.cleared_at >= f.visible_at))`;
