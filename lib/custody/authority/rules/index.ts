import type { AuthorityRule } from '../authority-rule.ts';
import { aRegulatorSpeaksForItsMarket } from './a-regulator-speaks-for-its-market.ts';
import { ownPlacesAreTheKeys } from './own-places-are-the-keys.ts';
import { ownPlacesBelongToTheSpeaker } from './own-places-belong-to-the-speaker.ts';
import { theGtinHolderOrARegulatorRestrains } from './the-gtin-holder-or-a-regulator-restrains.ts';
import { theGtinHolderOrItsAgentAdds } from './the-gtin-holder-or-its-agent-adds.ts';
import { viewersDoNotReport } from './viewers-do-not-report.ts';

/**
 * The limits of who may report, each a 403. What depends on a pack's state (who holds it, who may end it) is no
 * refusal: the event is testimony, recorded without effect (custody.md 2). Licences and suspensions are shown and
 * flagged, and refuse nothing.
 */
export const AUTHORITY_RULES: readonly AuthorityRule[] = [
  viewersDoNotReport,
  ownPlacesBelongToTheSpeaker,
  ownPlacesAreTheKeys,
  theGtinHolderOrItsAgentAdds,
  theGtinHolderOrARegulatorRestrains,
  aRegulatorSpeaksForItsMarket,
];
