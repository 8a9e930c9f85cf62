import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { shippingTexts } from '../texts/en/shipping.ts';
import { Card } from '../ui/card.tsx';
import { LedgerState } from '../ui/ledger-state.tsx';
import type { MovementResult } from './shipping-data.ts';

/** A shipment or a receipt has been recorded: what became of it, pack by pack where something was odd. */
export function MovementDone({
  title,
  text,
  result,
  action,
}: {
  readonly title: string;
  readonly text: string;
  readonly result: MovementResult;
  readonly action: ReactNode;
}) {
  const { withoutEffect, checksFailed } = result;
  return (
    <Card className="mx-auto max-w-2xl">
      <div role="status" className="flex items-start gap-4">
        <CircleCheck size={32} aria-hidden className="shrink-0 text-brand" />
        <div className="min-w-0">
          <h2 className="font-semibold text-title">{title}</h2>
          <p className="mt-1">{text}</p>
          <div className="mt-2">
            <LedgerState {...result.ledger} />
          </div>
        </div>
      </div>
      {withoutEffect.length > 0 && (
        <OddPacks title={shippingTexts.withoutEffect(withoutEffect.length)} packs={withoutEffect} />
      )}
      {checksFailed.length > 0 && (
        <OddPacks title={shippingTexts.checksFailed(checksFailed.length)} packs={checksFailed}>
          <p className="text-ink-soft">{shippingTexts.checksFailedText}</p>
        </OddPacks>
      )}
      <div className="mt-6">{action}</div>
    </Card>
  );
}

function OddPacks({
  title,
  packs,
  children,
}: {
  readonly title: string;
  readonly packs: MovementResult['withoutEffect'];
  readonly children?: ReactNode;
}) {
  return (
    <div className="mt-5 border-line border-t pt-4">
      <h3 className="font-semibold">{title}</h3>
      {children}
      <ul className="mt-2 divide-y divide-line">
        {packs.map(({ gtin, serial, text }) => (
          <li key={`${gtin}/${serial}`} className="flex flex-wrap gap-x-3 py-2">
            <span className="break-all font-mono">{serial}</span>
            <span className="text-ink-soft">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
