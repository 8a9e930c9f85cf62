import { durationText } from '../format/duration-text.ts';
import { numberText } from '../format/number-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { progressRate } from './progress-rate.ts';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** ISO 8601; `null` while the work waits. */
  readonly startedAt: string | null;
  /** The clock at which `done` was read, in milliseconds. */
  readonly nowMs: number;
}

/** Long work as it goes: how much, how quickly, how long still. */
export function ProgressBar({ label, done, total, startedAt, nowMs }: ProgressBarProps) {
  const rate = startedAt ? progressRate(done, total, Date.parse(startedAt), nowMs) : undefined;
  const { counts, rate: rateText, left, waiting } = controlTexts.progress;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span>{counts(numberText(done), numberText(total))}</span>
      </div>
      <progress className="bar" max={Math.max(1, total)} value={done} aria-label={label} />
      <p className="min-h-5 text-note text-ink-soft">
        {startedAt === null && done < total && waiting}
        {rate &&
          `${rateText(numberText(Math.round(rate.perSecond)))} · ${left(durationText(rate.secondsLeft))}`}
      </p>
    </div>
  );
}
