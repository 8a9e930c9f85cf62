'use client';

import { useEffect, useRef } from 'react';
import { printedExpiryText } from '../format/date-text.ts';
import type { Verdict } from '../scan/pack-answer.ts';
import { VERDICT_CLASS } from '../scan/verdict-badge.tsx';
import { VerdictSymbol } from '../scan/verdict-symbol.tsx';
import { fieldTexts } from '../texts/en/fields.ts';
import { verifyTexts } from '../texts/en/verify.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { LateProveButton } from './late-parts.tsx';
import type { PublicAnswerKind, PublicCheckData, PublicQuestion } from './verify-data.ts';

/** The same signs and colours as at the counter of a pharmacy. */
const VERDICTS: Readonly<Record<PublicAnswerKind, Verdict>> = {
  fit: 'supply',
  'not-fit': 'set-aside',
  'not-confirmed': 'rescan',
};

interface VerifyAnswerProps {
  readonly question: PublicQuestion;
  readonly check: PublicCheckData;
  readonly logPath: string;
  readonly onAgain: () => void;
  readonly onDoubt: () => void;
}

/** One of three answers, with what to do first and everything else below. */
export function VerifyAnswer({ question, check, logPath, onAgain, onDoubt }: VerifyAnswerProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const verdict = VERDICTS[check.answer];
  const { title, text, todo } = verifyTexts.answers[check.answer];
  return (
    <div className="flex flex-col gap-5">
      <section className={joinClasses('flex flex-col gap-4 rounded-card p-5 sm:p-8', VERDICT_CLASS[verdict])}>
        <VerdictSymbol verdict={verdict} className="size-20" />
        <h1
          ref={heading}
          tabIndex={-1}
          className="text-balance font-semibold text-title tracking-tight outline-none"
        >
          {title}
        </h1>
        <p className="font-medium text-lead">{text}</p>
        <div>
          <h2 className="font-semibold">{verifyTexts.todoTitle}</h2>
          <ol className="mt-1 list-inside list-decimal">
            {todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </section>
      {check.product && (
        <Card title={verifyTexts.product}>
          <p className="font-semibold text-lead">{check.product.name}</p>
        </Card>
      )}
      <Button kind="primary" size="large" onClick={onAgain}>
        {verifyTexts.again}
      </Button>
      <Button size="large" onClick={onDoubt}>
        {verifyTexts.doubt.open}
      </Button>
      <WhatWasRead question={question} />
      {check.proof && (
        <Card title={verifyTexts.proof.title}>
          <p className="mb-4 text-ink-soft">{verifyTexts.proof.text}</p>
          <LateProveButton
            event={{ id: check.proof.event, eventTime: check.proof.eventTime, opening: null }}
            logPath={logPath}
          />
        </Card>
      )}
    </div>
  );
}

function WhatWasRead({ question }: { readonly question: PublicQuestion }) {
  const { gtin, serial, batch, expiry } = question;
  return (
    <Card title={verifyTexts.read}>
      <FactList
        facts={[
          [fieldTexts.gtin, <Identifier key="gtin" kind="gtin" value={gtin} copy={false} />],
          ...(serial === ''
            ? []
            : [
                [
                  fieldTexts.serial,
                  <Identifier key="serial" kind="serial" value={serial} copy={false} />,
                ] as const,
              ]),
          [fieldTexts.batch, <Identifier key="batch" kind="batch" value={batch} copy={false} />],
          [fieldTexts.expiry, printedExpiryText(expiry)],
        ]}
      />
    </Card>
  );
}
