import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { containerAddress, findingAddress } from '../page-addresses.ts';
import { VERDICT_CLASS } from '../scan/verdict-badge.tsx';
import { VerdictSymbol } from '../scan/verdict-symbol.tsx';
import { controlTexts } from '../texts/en/controls.ts';
import { packTexts } from '../texts/en/pack.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { Card } from '../ui/card.tsx';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import type { PackScreenData } from './pack-data.ts';

const { identifiers } = controlTexts;

const stateWord = (state: string): string => packTexts.stateWords[state] ?? state;

/** What the pack is, its three states, and what the reader is to do with it. */
export function PackHead({ pack }: { readonly pack: PackScreenData }) {
  const { verdict } = pack;
  return (
    <Card flush>
      <div className="grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 p-4 sm:p-6">
          <h1 className="font-semibold text-title tracking-tight">{pack.productName}</h1>
          <div className="mt-4">
            <FactList
              facts={[
                [identifiers.gtin, <Identifier key="gtin" kind="gtin" value={pack.gtin} />],
                [identifiers.serial, <Identifier key="serial" kind="serial" value={pack.serial} />],
                [
                  identifiers.batch,
                  pack.batch === null ? (
                    controlTexts.notKnown
                  ) : (
                    <Identifier key="batch" kind="batch" value={pack.batch} />
                  ),
                ],
                [
                  controlTexts.expiry,
                  pack.expiry ? <ExpiryText key="expiry" {...pack.expiry} /> : controlTexts.notKnown,
                ],
                [packTexts.packState, stateWord(pack.packState)],
                [packTexts.batchState, stateWord(pack.batchState)],
                [packTexts.productState, stateWord(pack.productState)],
                [packTexts.holder, pack.holder ?? packTexts.holderWithheld],
                ...(pack.container === null
                  ? []
                  : [
                      [
                        packTexts.container,
                        <Link
                          key="container"
                          href={containerAddress(pack.container)}
                          className="break-all font-mono underline"
                        >
                          {pack.container}
                        </Link>,
                      ] as const,
                    ]),
              ]}
            />
          </div>
          {pack.disputed && (
            <p className="mt-5 flex items-start gap-2 font-medium">
              <TriangleAlert size={20} aria-hidden className="mt-0.5 shrink-0" />
              {packTexts.disputed}
            </p>
          )}
          <Findings findings={pack.findings} />
        </div>
        {verdict && (
          <div
            className={`flex flex-col justify-center gap-3 p-5 max-lg:order-first sm:p-6 ${VERDICT_CLASS[verdict]}`}
          >
            <p className="flex items-center gap-3 font-semibold text-title">
              <VerdictSymbol verdict={verdict} className="size-10 shrink-0" />
              {scanTexts.word[verdict]}
            </p>
            <p>{pack.verdictText}</p>
          </div>
        )}
      </div>
    </Card>
  );
}

function Findings({ findings }: Pick<PackScreenData, 'findings'>) {
  if (findings.length === 0) return null;
  return (
    <div className="mt-5 border-line border-t pt-4">
      <h2 className="font-semibold">{packTexts.findings}</h2>
      <ul className="mt-2 flex flex-col gap-1">
        {findings.map(({ id, title, severity }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <SeverityMark severity={severity} />
            <Link
              prefetch={false}
              href={findingAddress(id)}
              className="rounded-small text-brand underline underline-offset-4"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
