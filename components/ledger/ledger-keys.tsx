import type { LedgerScreenRow } from '../../lib/queries/ledger-screen.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { ledgerTexts } from '../texts/en/ledger.ts';
import { Card } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { WitnessLine } from './witness-line.tsx';

/** The keys that have signed the log, and those who watch it. */
export function LedgerKeys({
  keys,
  witnesses,
  quorum,
}: Pick<LedgerScreenRow, 'keys' | 'witnesses' | 'quorum'>) {
  return (
    <>
      <Card title={ledgerTexts.keys}>
        <ul className="flex flex-col gap-3">
          {keys.map(({ vkey, from, until }) => (
            <li key={vkey} className="min-w-0">
              <span className="flex items-start gap-1">
                <code className="min-w-0 break-all font-mono text-note" dir="ltr">
                  {vkey}
                </code>
                <CopyButton value={vkey} what={controlTexts.key} />
              </span>
              <span className="flex flex-wrap gap-x-2 text-ink-soft text-note">
                {ledgerTexts.keyFrom} <TimeText at={from} />
                {until === null ? (
                  <strong className="font-semibold text-ink">{ledgerTexts.keyNow}</strong>
                ) : (
                  <>
                    {ledgerTexts.keyUntil} <TimeText at={until} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={ledgerTexts.witnesses}>
        {witnesses.length === 0 ? (
          <p className="text-ink-soft">{ledgerTexts.noWitnesses}</p>
        ) : (
          <>
            <p className="mb-3 text-ink-soft">{ledgerTexts.quorum(quorum, witnesses.length)}</p>
            <ul className="divide-y divide-line">
              {witnesses.map((witness) => (
                <WitnessLine key={witness.vkey} {...witness} />
              ))}
            </ul>
          </>
        )}
      </Card>
    </>
  );
}
