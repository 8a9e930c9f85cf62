import { numberText } from '../format/number-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import type { LedgerStateData, LedgerStatus } from './ledger-data.ts';

/** Filled more and more, from the pen on paper to the seal: told apart by shape, not by colour. */
const SHAPE: Record<LedgerStatus, React.ReactNode> = {
  recorded: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  included: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" />
    </>
  ),
  witnessed: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="m5 8.2 2.1 2L11 6.2" fill="none" stroke="var(--color-surface)" strokeWidth="1.8" />
    </>
  ),
};

/** How far a record has come in the log: its shape, its word, and on asking what the word means. */
export function LedgerState({ status, index }: LedgerStateData) {
  return (
    <span
      className="inline-flex items-center gap-1.5 whitespace-nowrap text-note text-ink-soft"
      title={controlTexts.ledgerMeaning[status]}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="text-brand">
        {SHAPE[status]}
      </svg>
      <span>{controlTexts.ledger[status]}</span>
      {index !== null && <span>· {controlTexts.entry(numberText(index))}</span>}
    </span>
  );
}
