import { shippingTexts } from '../texts/en/shipping.ts';
import { PageHead } from '../ui/page-head.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { DeliveryRecord } from './delivery-record.tsx';
import type { DeliveryRecordData } from './shipping-data.ts';

const { delivery: texts, receive } = shippingTexts;

/** A delivery to who sent it, or who has received all of it: what was shipped, and what the receiver says of it. */
export function DeliveryScreen({ from, to, shippedAt, timeZone, packCount, receipts }: DeliveryRecordData) {
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead title={texts.heading(from, to)}>
        {texts.shipped(packCount)} · {receive.columns.shipped} <TimeText at={shippedAt} siteZone={timeZone} />
      </PageHead>
      <DeliveryRecord receipts={receipts} />
    </div>
  );
}
