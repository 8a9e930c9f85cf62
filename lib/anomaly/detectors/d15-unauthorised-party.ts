import { type Detector, NOTHING } from '../detector.ts';
import { findingsOf } from '../draft.ts';
import { presentationsOf } from '../presentation.ts';
import { groundAgainst } from '../unlicensed.ts';
import { unlicensedText } from '../unlicensed-text.ts';

const DAY_MS = 86_400_000;

/** Somebody makes, moves or supplies medicines without a licence for it (D15). */
export const d15UnauthorisedParty: Detector = {
  id: 'D15',
  name: 'Unauthorised party',
  source: 'detectors.md 2.2 D15',
  about: 'suspicion',
  keysOf: () => [],
  see(sighting, facts) {
    if (sighting.kind !== 'event') return NOTHING;
    const ground = groundAgainst(sighting, facts.party(sighting.claim.reporter));
    if (!ground) return NOTHING;
    const isLag = ground.kind === 'ended' && ground.recently;
    // Pack after pack over the counter is one finding a day; each shipment has a receiver who must be told.
    const perDay = sighting.claim.act === 'supply';
    const findings = presentationsOf(sighting, sighting.packs, () => 'all').flatMap(([, shown]) =>
      findingsOf(
        {
          ...{ detector: 'D15', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs: 0 },
          kind: isLag ? 'data-quality' : 'case',
          severity: isLag ? 2 : 4,
          subject: shown.site.party,
          evidence: [ground.kind, perDay ? `day ${Math.floor(shown.at / DAY_MS)}` : sighting.event],
          ...{ packs: shown.packs, lots: [], sites: [shown.site], events: [sighting.event] },
          tell: unlicensedText(shown, ground),
        },
        facts,
      ),
    );
    return { findings, withdrawals: [] };
  },
};
