import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecallScreen } from '../../../../../../components/batch/recall-screen.tsx';
import { recallTexts } from '../../../../../../components/texts/en/recall.ts';
import { parseGtin } from '../../../../../../lib/gs1/gtin.ts';
import { parseLot } from '../../../../../../lib/gs1/lot.ts';
import { recallScreen } from '../../../../../../lib/queries/recall-screen.ts';
import { decodedSegment } from '../../../../../session/decoded-segment.ts';
import { requireScope } from '../../../../../session/require-scope.ts';

export const metadata: Metadata = { title: recallTexts.title };

interface RecallPageProps {
  readonly params: Promise<{ readonly gtin: string; readonly lot: string }>;
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}

export default async function RecallPage({ params, searchParams }: RecallPageProps) {
  const scope = await requireScope();
  const address = await params;
  const gtin = parseGtin(address.gtin);
  const lot = parseLot(decodedSegment(address.lot));
  if (!gtin.ok || !lot.ok) notFound();
  const { after } = await searchParams;
  const key = typeof after === 'string' ? after.slice(0, 20) : '';
  const screen = await recallScreen(scope, { gtin: gtin.value, lot: lot.value }, key);
  if (!screen) notFound();
  return <RecallScreen {...screen} />;
}
