'use client';

import { scanTexts } from '../texts/en/scan.ts';
import { FullScreen } from './full-screen.tsx';
import type { PackAnswer } from './pack-answer.ts';
import type { AskedChange } from './scan-machine.ts';
import { VERDICT_CLASS } from './verdict-badge.tsx';
import { VerdictButton } from './verdict-button.tsx';
import { sentenceOf } from './verdict-sentence.ts';
import { VerdictSymbol } from './verdict-symbol.tsx';

const { actions } = scanTexts;

/** The pack has been supplied, or its supply undone. The next scan takes its place. */
export function ChangedScreen({
  label,
  answer,
  change,
  onUndo,
  onNext,
}: {
  readonly label: string;
  readonly answer: PackAnswer;
  readonly change: AskedChange;
  readonly onUndo: () => void;
  readonly onNext: () => void;
}) {
  const undone = change.target === 'active';
  const word = undone ? scanTexts.undoneWord : scanTexts.suppliedWord;
  return (
    <FullScreen label={label} tone={VERDICT_CLASS.supply} onLeave={onNext}>
      <div className="flex items-center gap-5 sm:gap-8">
        <VerdictSymbol verdict="supply" className="size-20 shrink-0 sm:size-32" />
        <h2 className="font-semibold text-verdict uppercase tracking-tight">{word}</h2>
      </div>
      <p className="text-lead">{answer.product?.name}</p>
      <p className="font-semibold text-title">
        {answer.offline ? sentenceOf(answer) : undone ? scanTexts.undone : scanTexts.supplied}
      </p>
      <div className="flex flex-wrap gap-3">
        <VerdictButton verdict="supply" main onPress={onNext}>
          {actions.next}
        </VerdictButton>
        {!undone && (
          <VerdictButton verdict="supply" onPress={onUndo}>
            {actions.undo}
          </VerdictButton>
        )}
      </div>
    </FullScreen>
  );
}
