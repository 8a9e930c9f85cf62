import Link from 'next/link';
import type { FindingScreenRow } from '../../lib/queries/finding-screen.ts';
import { packAddress } from '../page-addresses.ts';
import { anomaliesTexts } from '../texts/en/anomalies.ts';
import { Card } from '../ui/card.tsx';
import { Identifier } from '../ui/identifier.tsx';

const { finding: texts } = anomaliesTexts;

/** Packs, batches and organisations that the finding names. */
export function FindingSubjects({
  finding: { packs, lots, parties },
}: {
  readonly finding: FindingScreenRow;
}) {
  return (
    <div className="grid items-start gap-6 md:grid-cols-3">
      {packs.length > 0 && (
        <Card title={texts.packs}>
          <ul className="flex flex-col gap-2">
            {packs.map(({ gtin, serial }) => (
              <li key={`${gtin}/${serial}`}>
                <Link
                  prefetch={false}
                  href={packAddress(gtin, serial)}
                  className="block rounded-small text-brand underline-offset-4 hover:underline"
                >
                  <span className="block break-all font-mono" dir="ltr">
                    {serial}
                  </span>
                </Link>
                <Identifier kind="gtin" value={gtin} copy={false} className="text-ink-soft text-note" />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {lots.length > 0 && (
        <Card title={texts.batches}>
          <ul className="flex flex-col gap-2">
            {lots.map(({ gtin, batch }) => (
              <li key={`${gtin}/${batch}`}>
                <Identifier kind="batch" value={batch} />
                <Identifier kind="gtin" value={gtin} copy={false} className="flex text-ink-soft text-note" />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {parties.length > 0 && (
        <Card title={texts.parties}>
          <ul className="flex flex-col gap-2">
            {parties.map((party) => (
              <li key={party}>{party}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
