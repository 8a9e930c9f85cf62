import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LedgerScreen } from '../../../components/ledger/ledger-screen.tsx';
import { ledgerTexts } from '../../../components/texts/en/ledger.ts';
import { ledgerScreen } from '../../../lib/queries/ledger-screen.ts';
import { requireScope } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: ledgerTexts.title };

export default async function LedgerPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly before?: string | string[] }>;
}) {
  await requireScope();
  const { before } = await searchParams;
  const isIndex = typeof before === 'string' && /^\d{1,18}$/.test(before);
  const screen = await ledgerScreen(isIndex ? BigInt(before) : undefined);
  if (!screen) notFound();
  return <LedgerScreen {...screen} />;
}
