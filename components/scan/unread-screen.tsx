'use client';

import { useState } from 'react';
import { scanTexts } from '../texts/en/scan.ts';
import { cureText, scanFaultText } from '../texts/en/scan-faults.ts';
import { FullScreen } from './full-screen.tsx';
import type { KnownParts } from './judge-scan.ts';
import type { Unread } from './scan-machine.ts';
import { VerdictActionBar } from './verdict-action-bar.tsx';
import { VERDICT_CLASS } from './verdict-badge.tsx';
import { VerdictButton } from './verdict-button.tsx';
import { VerdictSymbol } from './verdict-symbol.tsx';
import { WhatWasRead } from './what-was-read.tsx';

const { actions, unread: texts } = scanTexts;

interface Told {
  readonly sentence: string;
  readonly cure: string;
  readonly steps: readonly string[];
  readonly verdict: 'rescan' | 'set-aside';
}

function toldOf(why: Unread): Told {
  if (why.kind === 'incomplete') {
    return { sentence: texts.incomplete, cure: '', steps: [], verdict: 'rescan' };
  }
  if (why.kind === 'other') {
    return { sentence: texts.other, cure: texts.otherCure, steps: [], verdict: 'rescan' };
  }
  const { text: cure, steps } = cureText(why.fault.cure);
  const verdict = why.fault.cure.do === 'set-aside' ? 'set-aside' : 'rescan';
  return { sentence: scanFaultText(why.fault), cure, steps, verdict };
}

/** The scan cannot be trusted and was not sent: what is wrong with it, where, and how to mend it. */
export function UnreadScreen({
  label,
  why,
  onScanAgain,
  onType,
}: {
  readonly label: string;
  readonly why: Unread;
  readonly onScanAgain: () => void;
  readonly onType: (known: KnownParts | undefined) => void;
}) {
  const [stepsShown, setStepsShown] = useState(false);
  const { sentence, cure, steps, verdict } = toldOf(why);
  const known = why.kind === 'incomplete' ? why.known : undefined;
  return (
    <FullScreen label={label} tone={VERDICT_CLASS[verdict]} onLeave={onScanAgain}>
      <div className="flex items-center gap-5 sm:gap-8">
        <VerdictSymbol verdict={verdict} className="size-16 shrink-0 sm:size-24" />
        <h2 className="font-semibold text-verdict uppercase tracking-tight">{scanTexts.word[verdict]}</h2>
      </div>
      <div className="max-w-3xl">
        <p className="text-pretty font-semibold text-title">{sentence}</p>
        <p className="mt-1 text-lead">
          {cure} {texts.sent}
        </p>
      </div>
      {stepsShown && (
        <ol className="max-w-3xl list-inside list-decimal text-lead">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <WhatWasRead why={why} />
      <VerdictActionBar>
        {known ? (
          <VerdictButton verdict={verdict} main onPress={() => onType(known)}>
            {actions.complete}
          </VerdictButton>
        ) : (
          <VerdictButton verdict={verdict} main onPress={onScanAgain}>
            {actions.scanAgain}
          </VerdictButton>
        )}
        {steps.length > 0 && !stepsShown && (
          <VerdictButton verdict={verdict} onPress={() => setStepsShown(true)}>
            {actions.showHow}
          </VerdictButton>
        )}
        {!known && (
          <VerdictButton verdict={verdict} onPress={() => onType(undefined)}>
            {actions.type}
          </VerdictButton>
        )}
      </VerdictActionBar>
    </FullScreen>
  );
}
