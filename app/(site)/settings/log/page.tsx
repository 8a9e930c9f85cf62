import type { Metadata } from 'next';
import { UseLogScreen } from '../../../../components/settings/use-log-screen.tsx';
import { useLogTexts } from '../../../../components/texts/en/use-log.ts';
import { logOfUseScreen } from '../../../../lib/queries/log-of-use-screen.ts';
import { requireMember } from '../../../session/require-scope.ts';

export const metadata: Metadata = { title: useLogTexts.title };

type Query = Readonly<Record<'kind' | 'before', string | string[] | undefined>>;

export default async function LogPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { kind, before } = await searchParams;
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
  const log = await logOfUseScreen(await requireMember(), one(kind), one(before));
  return <UseLogScreen log={log} isFirst={one(before) === undefined} />;
}
