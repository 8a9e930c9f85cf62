import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BatchScreen } from '../../../../../components/batch/batch-screen.tsx';
import { batchTexts } from '../../../../../components/texts/en/batch.ts';
import { parseGtin } from '../../../../../lib/gs1/gtin.ts';
import { parseLot } from '../../../../../lib/gs1/lot.ts';
import { parseSerial } from '../../../../../lib/gs1/serial.ts';
import { batchScreen } from '../../../../../lib/queries/batch-screen.ts';
import { decodedSegment } from '../../../../session/decoded-segment.ts';
import { requestTime } from '../../../../session/request-time.ts';
import { requireScope } from '../../../../session/require-scope.ts';
import { lift, recall } from './actions.ts';

export const metadata: Metadata = { title: batchTexts.columns.batch };

interface BatchPageProps {
  readonly params: Promise<{ readonly gtin: string; readonly lot: string }>;
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}

export default async function BatchPage({ params, searchParams }: BatchPageProps) {
  const scope = await requireScope();
  const address = await params;
  const gtin = parseGtin(address.gtin);
  const lot = parseLot(decodedSegment(address.lot));
  if (!gtin.ok || !lot.ok) notFound();
  const { after } = await searchParams;
  const last = parseSerial(typeof after === 'string' ? after : '');
  const key = { gtin: gtin.value, lot: lot.value };
  const screen = await batchScreen(scope, key, requestTime(), last.ok ? last.value : undefined);
  if (!screen) notFound();
  const { mayRecall, ...batch } = screen;
  const market = scope.organisationRole === 'regulator' ? scope.country : null;
  return <BatchScreen {...batch} recall={mayRecall ? { market, send: recall, lift } : null} />;
}
