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
  const { withoutEffect } = result;
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
        <div className="mt-5 border-line border-t pt-4">
          <h3 className="font-semibold">{shippingTexts.withoutEffect(withoutEffect.length)}</h3>
          <ul className="mt-2 divide-y divide-line">
            {withoutEffect.map(({ gtin, serial, text: why }) => (
              <li key={`${gtin}/${serial}`} className="py-2">
                <span className="font-mono">{serial}</span>
                <span className="ms-3 text-ink-soft">{why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mt-6">{action}</div>
    </Card>
  );
}
