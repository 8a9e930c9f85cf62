import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GrantsScreen } from '../../../../components/settings/grants-screen.tsx';
import { grantsTexts } from '../../../../components/texts/en/grants.ts';
import { grantsScreen } from '../../../../lib/queries/grants-screen.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { end, give } from './actions.ts';

export const metadata: Metadata = { title: grantsTexts.title };

export default async function GrantsPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}) {
  const { after } = await searchParams;
  const behind = typeof after === 'string' ? after : undefined;
  const grants = await grantsScreen(await requireScope(), requestTime(), behind);
  if (!grants) notFound();
  return <GrantsScreen grants={grants} isFirst={behind === undefined} give={give} end={end} />;
}
