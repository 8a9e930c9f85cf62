import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PackLabelsScreen } from '../../../../../../components/labels/pack-labels-screen.tsx';
import { labelTexts } from '../../../../../../components/texts/en/labels.ts';
import { parseGtin } from '../../../../../../lib/gs1/gtin.ts';
import { parseLot } from '../../../../../../lib/gs1/lot.ts';
import { packLabels } from '../../../../../../lib/queries/label-screens.ts';
import { decodedSegment } from '../../../../../session/decoded-segment.ts';
import { requireScope } from '../../../../../session/require-scope.ts';
import { startLabels } from '../../../../labels/actions.ts';

export const metadata: Metadata = { title: labelTexts.title };

interface LabelsPageProps {
  readonly params: Promise<{ readonly gtin: string; readonly lot: string }>;
}

export default async function BatchLabelsPage({ params }: LabelsPageProps) {
  const scope = await requireScope();
  const address = await params;
  const gtin = parseGtin(address.gtin);
  const lot = parseLot(decodedSegment(address.lot));
  if (!gtin.ok || !lot.ok) notFound();
  const batch = await packLabels(scope, { gtin: gtin.value, lot: lot.value });
  if (!batch) notFound();
  return <PackLabelsScreen batch={batch} order={startLabels} />;
}
