import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { joinClasses } from './join-classes.ts';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
  /** What was answered; `null` while nothing has been. */
  readonly summary: ReactNode | null;
  readonly changeLabel: string;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

/** One step of a page that asks step by step: open, or folded to its answer, or still to come. */
export function Step({ number, title, open, summary, changeLabel, onChange, children }: StepProps) {
  const done = !open && summary !== null;
  return (
    <section
      aria-current={open ? 'step' : undefined}
      className={joinClasses(
        'min-w-0 rounded-card border bg-surface',
        open ? 'border-line-strong' : 'border-line',
      )}
    >
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 sm:px-6">
        <span
          aria-hidden
          className={joinClasses(
            'figures flex size-7 shrink-0 items-center justify-center rounded-full font-semibold text-note',
            open || done ? 'bg-brand text-on-brand' : 'border border-line-strong text-ink-soft',
          )}
        >
          {done ? <Check size={16} /> : number}
        </span>
        <h2 className={joinClasses('font-semibold', open ? 'text-lead' : 'text-body')}>{title}</h2>
        {done && <div className="min-w-0 text-ink-soft max-sm:order-last max-sm:w-full">{summary}</div>}
        {done && (
          <Button
            kind="quiet"
            size="small"
            className="ms-auto"
            onClick={onChange}
            aria-label={`${changeLabel}: ${title}`}
          >
            {changeLabel}
          </Button>
        )}
      </div>
      {open && <div className="px-4 pb-6 sm:px-6">{children}</div>}
    </section>
  );
}
