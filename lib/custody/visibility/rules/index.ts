import type { VisibilityRule } from '../visibility-rule.ts';
import { grantee } from './grantee.ts';
import { gtinHolder } from './gtin-holder.ts';
import { gtinHolderAmongOthers } from './gtin-holder-among-others.ts';
import { partyNamed } from './party-named.ts';
import { regulatorAlongThePath } from './regulator-along-the-path.ts';
import { regulatorInItsCountry } from './regulator-in-its-country.ts';
import { regulatorWithAFinding } from './regulator-with-a-finding.ts';
import { reporter } from './reporter.ts';

/**
 * Everything that makes an event visible; whatever none of them reaches is hidden. A realm is a world of its own: a
 * reader sees no event of another one, whatever the rules say, and SQL must say so too. Auditors have no row: they see
 * the public log and statistics, and no event as such.
 */
export const VISIBILITY_RELATIONS: readonly VisibilityRule[] = [
  reporter,
  partyNamed,
  gtinHolder,
  regulatorInItsCountry,
  grantee,
  gtinHolderAmongOthers,
  regulatorAlongThePath,
  regulatorWithAFinding,
];
