import type { Deed } from '../pack-state.ts';
import { statusIn } from '../reach.ts';
import { discloseEarlierSupply } from '../visibility/disclose-earlier-supply.ts';
import { speaksAsHolder } from './change-custody.ts';
import { changeRefusal } from './change-refusal.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';
import type { RowMatch } from './counter-row.ts';
import { unfitReasons } from './unfit-reasons.ts';

const UNDO_MS = 10 * 86_400_000;

/**
 * custody.md 1, column "undone": under 10 days of record time, at the same location, and not recalled, withdrawn,
 * expired. Nobody revives another's pack; who tries is looked into. What others recorded since rests on the step: a pack
 * that went back to its supplier is not undone (custody.md 2, corrections).
 */
export function refuseUndo(deed: Deed, request: CounterRequest, facts: CounterFacts): RowMatch | undefined {
  if (deed.by !== facts.party.gln) return changeRefusal({ code: 'pack/undo-not-yours', params: {} }, 3);
  const { date } = discloseEarlierSupply(deed, facts.siteTimeZone);
  if (deed.location !== request.location) {
    return changeRefusal({
      code: 'pack/undo-elsewhere',
      params: { date, location: deed.location },
      event: deed.event,
    });
  }
  if (deed === facts.pack?.terminal && !speaksAsHolder(facts)) {
    return changeRefusal({ code: 'pack/undo-moved-on', params: {} });
  }
  if (facts.pack && statusIn(facts.pack, facts.siteCountry) === 'stolen')
    return changeRefusal({ code: 'pack/stolen', params: {} });
  const [unfit] = unfitReasons(request, facts);
  if (unfit) return changeRefusal(unfit);
  return request.at - deed.recordedAt < UNDO_MS
    ? undefined
    : changeRefusal({ code: 'pack/undo-too-late', params: { date }, event: deed.event });
}
