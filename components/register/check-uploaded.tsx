'use client';

import { useEffect, useState } from 'react';
import { numberText } from '../format/number-text.ts';
import { oneInText } from '../format/one-in-text.ts';
import { registerTexts } from '../texts/en/register.ts';
import { askServer } from '../ui/ask-server.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { PackLabel } from './pack-label.tsx';
import type { RegistrationCheck, RegistrationProgress, RegistrationScreenProps } from './register-data.ts';

const { check: texts, uploaded } = registerTexts;

type CheckUploadedProps = Pick<RegistrationScreenProps, 'check' | 'start'> & {
  readonly progress: RegistrationProgress;
};

/** Everything once more before the packs are registered: nothing of them is in the register yet. */
export function CheckUploaded({ progress, check: load, start }: CheckUploadedProps) {
  const { jobId, packs, batch } = progress;
  const [check, setCheck] = useState<RegistrationCheck>();
  const [problem, setProblem] = useState<ProblemData>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void askServer(() => load(jobId)).then((answer) => {
      if (answer.ok) setCheck(answer.value);
      else setProblem(answer.problem);
    });
  }, [load, jobId]);
  const onStart = async () => {
    setBusy(true);
    const answer = await askServer(() => start(jobId));
    // Where it has begun, the progress that is asked for every second tells so.
    if (answer.ok) return;
    setProblem(answer.problem);
    setBusy(false);
  };
  const serials = check?.first ? [check.first] : [];
  return (
    <Card title={uploaded.checkTitle}>
      <div className="flex flex-col gap-6">
        <FactList
          facts={[
            [texts.packs, <strong key="packs">{numberText(packs)}</strong>],
            [texts.first, <Identifier key="first" kind="serial" value={check?.first ?? ''} />],
            [texts.last, <Identifier key="last" kind="serial" value={check?.last ?? ''} />],
            [texts.chance, check ? oneInText(check.guessChance) : ''],
          ]}
        />
        {check?.first && (
          <PackLabel request={{ gtin: batch.gtin, batch: batch.batch, expiry: batch.printed, serials }} />
        )}
        {problem && <Problem problem={problem} />}
        <Button kind="primary" size="large" busy={busy} onClick={() => void onStart()} className="self-start">
          {texts.start(packs)}
        </Button>
      </div>
    </Card>
  );
}
