import type { Detector } from '../detector.ts';
import { NOTHING } from '../detector.ts';
import { PARAMETERS } from '../parameters.ts';
import { presentationsOf } from '../presentation.ts';
import { unfitFinding } from '../unfit-finding.ts';
import { whereText } from '../words.ts';

const CODES: ReadonlySet<string> = new Set(['batch/recalled']);

/** Going back, being destroyed, being looked at or kept aside is what should happen to a recalled pack. */
const IN_ORDER: ReadonlySet<string> = new Set([
  'verify',
  'destroyed',
  'destroy',
  'return-ship',
  'receive',
  'observe',
  'locked',
  'lock',
]);

/** A recalled pack moves on or is asked to be supplied (D12). A class of its own in every statistic: compliance. */
export const d12Recalled: Detector = {
  id: 'D12',
  name: 'Recalled product moving',
  source: 'detectors.md 2.2 D12',
  keysOf: () => [],
  see(sighting, facts) {
    const moving = presentationsOf(sighting, CODES).filter(({ deed }) => !IN_ORDER.has(deed));
    if (moving.length === 0) return NOTHING;
    const findings = moving.map((presented) => {
      const where = whereText(presented.organisation, presented.location, facts);
      return unfitFinding(presented, facts, {
        detector: 'D12',
        severity: 4,
        settleMs: PARAMETERS.d12.settleMs,
        title: `A recalled pack moved at ${where}`,
        because: 'although its batch is recalled and the recall reaches this place',
        expected:
          'From the moment a recall takes effect its packs are only returned, kept aside or destroyed.',
        innocent: [
          {
            cause: 'The pack was on its way back',
            tested: `The step was not a return: it was ${presented.deed}.`,
          },
          { cause: 'The recall had not arrived yet', tested: 'It was in effect when the step was recorded.' },
        ],
        clears: 'The recall is lifted, or the record is declared an error.',
        action:
          'Make sure that the recall reached this place, and that its stock of the batch is kept aside.',
      });
    });
    return { findings, withdrawals: [] };
  },
};
