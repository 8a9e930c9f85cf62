'use client';

import { useState } from 'react';
import { judgeScan, type KnownParts } from '../scan/judge-scan.ts';
import type { Sighting } from '../scan/sighting.ts';
import { verifyTexts } from '../texts/en/verify.ts';
import { Button } from '../ui/button.tsx';
import { LateDoubtForm } from './late-parts.tsx';
import { VerifyAnswer } from './verify-answer.tsx';
import { VerifyCamera } from './verify-camera.tsx';
import type { PublicQuestion, VerifyScreenProps } from './verify-data.ts';
import { VerifyForm } from './verify-form.tsx';

const NOTHING: KnownParts = { gtin: '', serial: '', batch: '', expiry: '' };

/** The public check: scan or type, one answer that fills the view, and what to do. */
export function VerifyScreen(props: VerifyScreenProps) {
  const { thisYear, check, report } = props;
  const [asked, setAsked] = useState(props.asked);
  const [known, setKnown] = useState(props.known);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<string | undefined>(props.notALink ? verifyTexts.notALink : undefined);
  const [doubting, setDoubting] = useState(false);

  const ask = async (question: PublicQuestion) => {
    setBusy(true);
    setNote(undefined);
    const outcome = await check(question);
    setBusy(false);
    setKnown(question);
    setAsked({ question, outcome });
  };
  const see = ({ text, symbologyIdentifier }: Sighting) => {
    const judged = judgeScan(text, {
      source: 'camera',
      thisYear,
      ...(symbologyIdentifier ? { symbologyIdentifier } : {}),
    });
    if (judged.kind === 'pack') void ask(judged.pack);
    else if (judged.kind === 'incomplete') {
      setKnown(judged.known);
      setNote(verifyTexts.complete);
    } else setNote(verifyTexts.notRead);
  };
  const again = () => {
    setAsked(undefined);
    setKnown(NOTHING);
    setNote(undefined);
  };

  if (asked && doubting)
    return (
      <LateDoubtForm onSend={(doubt) => report(asked.question, doubt)} onClose={() => setDoubting(false)} />
    );
  if (asked?.outcome.kind === 'answer')
    return (
      <VerifyAnswer
        question={asked.question}
        check={asked.outcome.check}
        logPath={props.logPath ?? '/log'}
        onAgain={again}
        onDoubt={() => setDoubting(true)}
      />
    );
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{verifyTexts.title}</h1>
        <p className="mt-1 text-ink-soft text-lead">{verifyTexts.lead}</p>
      </div>
      <p role="status" className="font-medium empty:hidden">
        {busy ? verifyTexts.checking : (note ?? problemOf(asked?.outcome))}
      </p>
      <VerifyCamera looking={!busy} onSeen={see} />
      <VerifyForm
        key={Object.values(known).join('|')}
        known={known}
        thisYear={thisYear}
        busy={busy}
        onAsk={ask}
      />
      {asked && (
        <Button kind="quiet" onClick={again}>
          {verifyTexts.again}
        </Button>
      )}
    </div>
  );
}

function problemOf(
  outcome: NonNullable<VerifyScreenProps['asked']>['outcome'] | undefined,
): string | undefined {
  if (outcome?.kind === 'limited') return verifyTexts.limited(outcome.retryAfterSeconds);
  if (outcome?.kind === 'failed') return verifyTexts.problem;
  return outcome?.kind === 'unreadable' ? verifyTexts.notRead : undefined;
}
