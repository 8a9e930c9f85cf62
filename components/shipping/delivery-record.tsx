import Link from 'next/link';
import { packAddress } from '../page-addresses.ts';
import { shippingTexts } from '../texts/en/shipping.ts';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { DeliveryReceipt, DeliveryRecordData } from './shipping-data.ts';

const { delivery: texts } = shippingTexts;

/** A delivery of which hardly anything was checked would list everything here. */
const SHOWN = 100;

/** What the receiver has recorded of a delivery so far: the same for both sides. */
export function DeliveryRecord({ receipts }: Pick<DeliveryRecordData, 'receipts'>) {
  return (
    <Card title={texts.receipts}>
      {receipts.length === 0 ? (
        <p className="text-ink-soft">{texts.noReceipts}</p>
      ) : (
        <ul className="flex flex-col gap-6">
          {receipts.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Receipt({
  receipt: { at, timeZone, where, packCount, differences },
}: {
  readonly receipt: DeliveryReceipt;
}) {
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <strong className="figures font-semibold">{texts.received(packCount)}</strong>
        <span className="text-ink-soft text-note">
          {where !== null && `${where} · `}
          <TimeText at={at} siteZone={timeZone} />
        </span>
      </p>
      {differences.length === 0 ? (
        <p className="text-ink-soft text-note">{texts.noDifferences}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-line-strong border-s-4 ps-3">
          {differences.slice(0, SHOWN).map(({ gtin, serial, productName, text }) => (
            <li key={`${gtin}/${serial}`} className="flex flex-wrap items-baseline gap-x-4 py-2">
              <Link
                prefetch={false}
                href={packAddress(gtin, serial)}
                className="rounded-small font-mono text-note underline-offset-4 hover:underline"
              >
                {serial}
              </Link>
              <span className="text-ink-soft text-note">{productName}</span>
              <span className="text-note">{text}</span>
            </li>
          ))}
          {differences.length > SHOWN && (
            <li className="py-2 text-note">{texts.more(differences.length - SHOWN)}</li>
          )}
        </ul>
      )}
    </li>
  );
}
