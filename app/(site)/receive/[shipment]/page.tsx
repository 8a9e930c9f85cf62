import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeliveryScreen } from '../../../../components/shipping/delivery-screen.tsx';
import { ReceiveScreen } from '../../../../components/shipping/receive-screen.tsx';
import { shippingTexts } from '../../../../components/texts/en/shipping.ts';
import { deliveryScreen } from '../../../../lib/queries/delivery-screen.ts';
import { receiveScreen } from '../../../../lib/queries/receive-screen.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { receive } from './actions.ts';

export const metadata: Metadata = { title: shippingTexts.receive.title };

export default async function ReceivePage({
  params,
}: {
  readonly params: Promise<{ readonly shipment: string }>;
}) {
  const scope = await requireScope();
  const { shipment } = await params;
  const at = requestTime();
  const [screen, delivery] = await Promise.all([
    receiveScreen(scope, shipment, at),
    deliveryScreen(scope, shipment, at),
  ]);
  if (screen) return <ReceiveScreen {...screen} receipts={delivery?.receipts ?? []} receive={receive} />;
  if (!delivery) notFound();
  return <DeliveryScreen {...delivery} />;
}
