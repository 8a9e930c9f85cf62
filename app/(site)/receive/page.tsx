import type { Metadata } from 'next';
import { ReceiveListScreen } from '../../../components/shipping/receive-list-screen.tsx';
import { shippingTexts } from '../../../components/texts/en/shipping.ts';
import { receiveList } from '../../../lib/queries/receive-screen.ts';
import { requireScopeAt } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: shippingTexts.receive.title };

export default async function ReceiveListPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}) {
  const scope = await requireScopeAt('receive');
  const { after } = await searchParams;
  return <ReceiveListScreen {...(await receiveList(scope, typeof after === 'string' ? after : undefined))} />;
}
