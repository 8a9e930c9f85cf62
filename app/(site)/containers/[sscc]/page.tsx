import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ContainerScreen } from '../../../../components/containers/container-screen.tsx';
import { containerAddress } from '../../../../components/page-addresses.ts';
import { containerTexts } from '../../../../components/texts/en/containers.ts';
import { parseSscc } from '../../../../lib/gs1/sscc.ts';
import { containerScreen } from '../../../../lib/queries/container-screen.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';

export const metadata: Metadata = { title: containerTexts.title };

interface ContainerPageProps {
  readonly params: Promise<{ readonly sscc: string }>;
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}

export default async function ContainerPage({ params, searchParams }: ContainerPageProps) {
  const scope = await requireScope();
  const sscc = parseSscc((await params).sscc);
  if (!sscc.ok) notFound();
  const { after } = await searchParams;
  // PostgreSQL takes no NUL.
  const key = typeof after === 'string' ? after.replaceAll('\0', ' ') : undefined;
  const screen = await containerScreen(scope, sscc.value, { after: key, at: requestTime() });
  if (!screen) notFound();
  return <ContainerScreen {...screen} firstHref={key === undefined ? null : containerAddress(sscc.value)} />;
}
