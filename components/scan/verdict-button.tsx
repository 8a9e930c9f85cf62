'use client';

import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { scanTexts } from '../texts/en/scan.ts';
import { joinClasses } from '../ui/join-classes.ts';
import type { Verdict } from './pack-answer.ts';

const PRIMARY: Record<Verdict, string> = {
  supply: 'bg-on-supply text-supply',
  rescan: 'bg-on-rescan text-rescan',
  'set-aside': 'bg-on-aside text-aside',
};

interface VerdictButtonProps {
  readonly verdict: Verdict;
  readonly main?: boolean;
  /** What it asked for is on the way. */
  readonly busy?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button on a verdict's ground. The main one has the focus, so that Enter presses it. */
export function VerdictButton({
  verdict,
  main = false,
  busy = false,
  onPress,
  children,
}: VerdictButtonProps) {
  return (
    <button
      type="button"
      data-main={main || undefined}
      disabled={busy}
      aria-busy={busy || undefined}
      onClick={onPress}
      className={joinClasses(
        'inline-flex items-center justify-center gap-2 rounded-control font-semibold focus-visible:outline-[3px] focus-visible:outline-current focus-visible:outline-offset-4',
        main
          ? `${PRIMARY[verdict]} min-h-16 min-w-56 px-8 text-title max-sm:w-full`
          : 'min-h-12 border-2 border-current px-5 text-body max-sm:grow',
      )}
    >
      {children}
      {busy && <LoaderCircle size={24} aria-hidden className="animate-spin" />}
      {main && !busy && (
        <kbd aria-hidden className="font-sans font-normal opacity-80">
          {scanTexts.actions.enter}
        </kbd>
      )}
    </button>
  );
}
