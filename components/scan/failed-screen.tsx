'use client';

import { scanTexts } from '../texts/en/scan.ts';
import { Button } from '../ui/button.tsx';
import { Problem } from '../ui/problem.tsx';
import type { ProblemData } from '../ui/problem-data.ts';
import { FullScreen } from './full-screen.tsx';
import { PackIdentity } from './pack-identity.tsx';
import type { ScannedPack } from './scanned-pack.ts';

/** No answer came. That is no verdict, so it has no verdict's colour. */
export function FailedScreen({
  label,
  pack,
  problem,
  thisYear,
  onRetry,
  onNext,
}: {
  readonly label: string;
  readonly pack: ScannedPack;
  readonly problem: ProblemData;
  readonly thisYear: number;
  readonly onRetry: () => void;
  readonly onNext: () => void;
}) {
  const { failed, actions } = scanTexts;
  return (
    <FullScreen label={label} tone="bg-canvas text-ink" onLeave={onNext}>
      <h2 className="font-semibold text-verdict tracking-tight">{failed.title}</h2>
      <PackIdentity pack={pack} thisYear={thisYear} />
      <div className="max-w-2xl">
        <Problem problem={problem} />
      </div>
      <p className="max-w-2xl text-lead">{failed.text}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" size="large" data-main onClick={onRetry}>
          {actions.retry} <kbd className="font-sans">{actions.enter}</kbd>
        </Button>
        <Button size="large" onClick={onNext}>
          {actions.putAway}
        </Button>
      </div>
    </FullScreen>
  );
}
