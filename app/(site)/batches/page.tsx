import type { Metadata } from 'next';
import { BatchListScreen } from '../../../components/batch/batch-list-screen.tsx';
import { batchTexts } from '../../../components/texts/en/batch.ts';
import { batchList } from '../../../lib/queries/batch-screen.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScope } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: batchTexts.listTitle };

export default async function BatchesPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}) {
  const scope = await requireScope();
  const { after } = await searchParams;
  const list = await batchList(scope, requestTime(), typeof after === 'string' ? after : undefined);
  return <BatchListScreen {...list} />;
}
