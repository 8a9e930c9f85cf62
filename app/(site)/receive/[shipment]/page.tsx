import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReceiveScreen } from '../../../../components/shipping/receive-screen.tsx';
import { shippingTexts } from '../../../../components/texts/en/shipping.ts';
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
  const screen = await receiveScreen(scope, shipment, requestTime());
  if (!screen) notFound();
  return <ReceiveScreen {...screen} receive={receive} />;
}
