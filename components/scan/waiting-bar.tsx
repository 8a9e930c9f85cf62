'use client';

import { useEffect, useRef } from 'react';
import { scanTexts } from '../texts/en/scan.ts';
import { VerdictButton } from './verdict-button.tsx';

const { actions } = scanTexts;

/** Another pack was scanned over a verdict: what becomes of the one on the screen is asked, not guessed. */
export function WaitingBar({
  maySupply,
  onSupply,
  onSkip,
}: {
  readonly maySupply: boolean;
  readonly onSupply: () => void;
  readonly onSkip: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('[data-main]')?.focus(), []);
  return (
    <div ref={element} role="status" className="rounded-card border-2 border-current p-4">
      <p className="mb-3 font-semibold text-lead">{scanTexts.waiting}</p>
      <div className="flex flex-wrap gap-3">
        {maySupply && (
          <VerdictButton verdict="supply" main onPress={onSupply}>
            {actions.supplyThenNext}
          </VerdictButton>
        )}
        <VerdictButton verdict="supply" main={!maySupply} onPress={onSkip}>
          {actions.nextWithout}
        </VerdictButton>
      </div>
    </div>
  );
}
