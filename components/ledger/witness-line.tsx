import type { LedgerScreenRow } from '../../lib/queries/ledger-screen.ts';
import { numberText } from '../format/number-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { ledgerTexts } from '../texts/en/ledger.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { TimeText } from '../ui/time-text.tsx';

/** A witness: what it signed last and when, how far behind it is, and what is wrong with it. */
export function WitnessLine({
  name,
  vkey,
  size,
  at,
  lag,
  fault,
  faultSince,
}: LedgerScreenRow['witnesses'][number]) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <span className="flex items-center gap-1">
        <span className="font-medium">{name}</span>
        <CopyButton value={vkey} what={controlTexts.key} />
      </span>
      <span className="text-ink-soft text-note">
        {size === null || at === null ? (
          ledgerTexts.neverSigned
        ) : (
          <>
            {numberText(size)} · <TimeText at={at} />
            {lag === null ? null : <> · {ledgerTexts.lag(lag)}</>}
          </>
        )}
      </span>
      {fault === null || faultSince === null ? null : (
        <span className="basis-full text-note">
          {fault} {ledgerTexts.faultSince} <TimeText at={faultSince} />
        </span>
      )}
    </li>
  );
}
