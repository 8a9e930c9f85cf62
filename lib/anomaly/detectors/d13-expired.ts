import type { Detector } from '../detector.ts';
import { NOTHING } from '../detector.ts';
import { PARAMETERS } from '../parameters.ts';
import { presentationsOf } from '../presentation.ts';
import { unfitFinding } from '../unfit-finding.ts';
import { whereText } from '../words.ts';

const CODES: ReadonlySet<string> = new Set(['batch/expired']);

/** Handing out, and sending to anybody but back or to waste. */
const HANDED_ON: ReadonlySet<string> = new Set([
  'supply',
  'supplied',
  'ship',
  'export',
  'exported',
  'free-sample',
]);

/** An expired pack is handed on (D13). Compliance: reported apart from suspicion of falsification, which it would swamp. */
export const d13Expired: Detector = {
  id: 'D13',
  name: 'Expired product moving',
  source: 'detectors.md 2.2 D13',
  keysOf: () => [],
  see(sighting, facts) {
    const moving = presentationsOf(sighting, CODES).filter(({ deed }) => HANDED_ON.has(deed));
    if (moving.length === 0) return NOTHING;
    const findings = moving.map((presented) => {
      const where = whereText(presented.organisation, presented.location, facts);
      return unfitFinding(presented, facts, {
        detector: 'D13',
        severity: presented.event === undefined ? 2 : 4,
        settleMs: PARAMETERS.d13.settleMs,
        title: `An expired pack was to be handed on at ${where}`,
        because: 'after its expiry date',
        expected: 'After the expiry date, local time, a pack is only returned or destroyed.',
        innocent: [
          {
            cause: 'The registered expiry is wrong',
            tested: 'The label was read and agrees with the register.',
          },
          { cause: 'Day 00 means the last of the month', tested: 'It was counted so.' },
        ],
        clears: 'The manufacturer corrects the expiry of the batch, or the record is declared an error.',
        action:
          presented.event === undefined
            ? 'The counter stopped it: take the pack off the shelf.'
            : 'Ask the site how the pack could be handed on.',
      });
    });
    return { findings, withdrawals: [] };
  },
};
