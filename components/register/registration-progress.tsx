'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { batchAddress, PAGE } from '../page-addresses.ts';
import { refusalText, registerTexts } from '../texts/en/register.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useJob } from '../ui/use-job.ts';
import { CheckUploaded } from './check-uploaded.tsx';
import { MendRows } from './mend-rows.tsx';
import type { RegistrationProgress, RegistrationScreenProps } from './register-data.ts';

const { progress: texts, uploaded } = registerTexts;

/** A registration as it goes: what is under way, what waits for a person, and what became of it. */
export function RegistrationProgressView({ initial, progress: ask, ...actions }: RegistrationScreenProps) {
  const { job: progress, nowMs, lost, over } = useJob(initial, ask);
  const { phase, state } = progress;
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <BatchLine batch={progress.batch} />
        <ProgressBar
          label={over ? texts.states[state] : uploaded.phases[phase]}
          done={progress.done}
          total={progress.total}
          startedAt={over ? null : progress.startedAt}
          nowMs={nowMs}
        />
        <p role="status" className="mt-2">
          {statusOf(progress, over)}
        </p>
        {lost && <p className="mt-2 text-ink-soft text-note">{texts.lost}</p>}
        {!over && <CancelButton jobId={progress.jobId} cancel={actions.cancel} />}
      </Card>
      {!over && phase === 'mending' && <MendRows progress={progress} {...actions} />}
      {!over && phase === 'checked' && <CheckUploaded progress={progress} {...actions} />}
      {over && <Afterwards progress={progress} />}
    </div>
  );
}

function statusOf({ phase, state, packs, refused }: RegistrationProgress, over: boolean): string {
  if (refused) return refusalText(refused);
  if (phase === 'done') return texts.done(packs);
  if (state === 'cancelled') return uploaded.cancelled;
  if (over) return uploaded.failed;
  return phase === 'mending' || phase === 'checked' ? uploaded.waits : texts.leave;
}

function BatchLine({ batch }: Pick<RegistrationProgress, 'batch'>) {
  return (
    <>
      <p className="font-medium">{batch.productName}</p>
      <p className="mb-5 flex flex-wrap gap-x-4 text-ink-soft">
        <Identifier kind="gtin" value={batch.gtin} />
        <Identifier kind="batch" value={batch.batch} />
        <ExpiryText date={batch.expiry} />
      </p>
    </>
  );
}

interface CancelButtonProps extends Pick<RegistrationScreenProps, 'cancel'> {
  readonly jobId: string;
}

function CancelButton({ jobId, cancel }: CancelButtonProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const onCancel = async () => {
    setBusy(true);
    const answer = await askServer(() => cancel(jobId));
    if (answer.ok) return;
    setProblem(answer.problem);
    setBusy(false);
  };
  return (
    <div className="mt-4 flex flex-col gap-3">
      {problem && <Problem problem={problem} />}
      <Button size="small" busy={busy} onClick={() => void onCancel()} className="self-start">
        {uploaded.cancel}
      </Button>
    </div>
  );
}

function Afterwards({ progress: { jobId, phase, batch } }: { readonly progress: RegistrationProgress }) {
  return (
    <div className="flex flex-wrap gap-3">
      {phase === 'done' && (
        <>
          <Link href={PAGE.ship} className={buttonClass('primary')}>
            {texts.ship}
          </Link>
          <Link href={batchAddress(batch.gtin, batch.batch)} className={buttonClass('secondary')}>
            {uploaded.batch}
          </Link>
        </>
      )}
      <a
        href={`/api/v1/registrations/${jobId}/rows?format=csv`}
        download
        className={buttonClass('secondary')}
      >
        <Download size={16} aria-hidden />
        {uploaded.results}
      </a>
      <a href={PAGE.register} className={buttonClass('secondary')}>
        {texts.another}
      </a>
    </div>
  );
}
