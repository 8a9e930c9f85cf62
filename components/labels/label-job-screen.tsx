'use client';

import { ArrowLeft, Download } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { LabelJobRow } from '../../lib/queries/label-screens.ts';
import { PAGE } from '../page-addresses.ts';
import { labelTexts } from '../texts/en/labels.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { useJob } from '../ui/use-job.ts';
import type { AskLabels } from './labels-data.ts';

const { job: texts } = labelTexts;

interface LabelJobScreenProps {
  readonly initial: LabelJobRow;
  readonly progress: AskLabels;
  readonly cancel: AskLabels;
}

/** A file of labels as it is made; it can be left and found again. */
export function LabelJobScreen({ initial, progress, cancel }: LabelJobScreenProps) {
  const { job, nowMs, lost, over } = useJob(initial, progress);
  const [cancelling, setCancelling] = useState(false);
  const stop = async () => {
    setCancelling(true);
    const answer = await askServer(() => cancel(job.jobId));
    if (!answer.ok) setCancelling(false);
  };
  return (
    <div className="mx-auto max-w-4xl">
      <Link
        href={PAGE.labels}
        className="mb-4 inline-flex min-h-8 items-center gap-1.5 rounded-small text-brand hover:underline"
      >
        <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
        {texts.back}
      </Link>
      <PageHead title={job.batch ? texts.packs(job.batch.lot) : texts.ssccs}>
        {labelTexts.forms[job.form]}
      </PageHead>
      <Card>
        <ProgressBar
          label={texts.states[job.state]}
          done={job.done}
          total={job.total}
          startedAt={over ? null : job.startedAt}
          nowMs={nowMs}
        />
        <p role="status" className="mt-2">
          {over ? texts.done(job.done) : texts.leave}
        </p>
        {lost && <p className="mt-2 text-ink-soft text-note">{texts.lost}</p>}
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          {job.file && (
            <>
              <a href={job.file.href} download={job.file.name} className={buttonClass('primary')}>
                <Download size={18} aria-hidden />
                {texts.fetch}
              </a>
              <span className="text-ink-soft text-note">
                {job.file.name} · {texts.size(job.file.sizeBytes)} · {texts.until}{' '}
                <TimeText at={job.file.expiresAt} />
              </span>
            </>
          )}
          {job.state === 'succeeded' && !job.file && <p>{texts.gone}</p>}
          {!over && (
            <Button onClick={stop} busy={cancelling}>
              {texts.cancel}
            </Button>
          )}
        </div>
      </Card>
    </div>
  );
}
