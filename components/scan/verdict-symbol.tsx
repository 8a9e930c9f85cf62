import type { ReactNode } from 'react';
import type { Verdict } from './pack-answer.ts';

/** A circle, a diamond, an octagon: told apart at arm's length and without colour. */
const SHAPE: Record<Verdict, ReactNode> = {
  supply: (
    <>
      <circle cx="32" cy="32" r="29" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="m19 33 9.5 9.5L46 24" fill="none" stroke="currentColor" strokeWidth="6" />
    </>
  ),
  rescan: (
    <>
      <path d="M32 3 61 32 32 61 3 32Z" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="M42 29a11 11 0 1 0 .6 6.5" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="M44 19v11H33" fill="none" stroke="currentColor" strokeWidth="5" />
    </>
  ),
  'set-aside': (
    <>
      <path
        d="M20.5 3.5h23l17 17v23l-17 17h-23l-17-17v-23Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="5"
      />
      <path d="M17 32h30" stroke="currentColor" strokeWidth="8" />
    </>
  ),
};

/** The sign of a verdict, in the colour of the text around it. */
export function VerdictSymbol({
  verdict,
  className,
}: {
  readonly verdict: Verdict;
  readonly className?: string;
}) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className={className} strokeLinejoin="round">
      {SHAPE[verdict]}
    </svg>
  );
}
