import type { FindingScreenRow } from '../../lib/queries/finding-screen.ts';
import { stepId } from '../map/step-id.ts';
import { VerdictBadge } from '../scan/verdict-badge.tsx';
import { anomaliesTexts } from '../texts/en/anomalies.ts';
import { packTexts } from '../texts/en/pack.ts';
import { TimeText } from '../ui/time-text.tsx';

const { operations } = anomaliesTexts.finding;

/** Scans and refused attempts: when, where, what was asked, and what was answered. */
export function ObservationList({ observations }: Pick<FindingScreenRow, 'observations'>) {
  return (
    <ul className="divide-y divide-line">
      {observations.map(({ id, at, where, timeZone, operation, verdict }) => (
        <li
          key={id}
          id={stepId(id)}
          data-steps={id}
          className="flex scroll-mt-20 flex-wrap data-lit:bg-brand-soft items-center gap-x-5 gap-y-1 py-2 first:pt-0 last:pb-0"
        >
          <TimeText at={at} siteZone={timeZone} />
          <span className="min-w-0 grow">
            {where ?? packTexts.somewhere}
            <span className="ms-2 text-ink-soft">{operations[operation] ?? operation}</span>
          </span>
          <VerdictBadge verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}
