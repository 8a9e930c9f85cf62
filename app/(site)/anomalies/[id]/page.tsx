import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FindingScreen } from '../../../../components/anomalies/finding-screen.tsx';
import { anomaliesTexts } from '../../../../components/texts/en/anomalies.ts';
import { findingScreen } from '../../../../lib/queries/finding-screen.ts';
import { decodedSegment } from '../../../session/decoded-segment.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';

export const metadata: Metadata = { title: anomaliesTexts.title };

export default async function FindingPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params;
  const finding = await findingScreen(await requireScope(), decodedSegment(id), requestTime());
  if (!finding) notFound();
  return <FindingScreen finding={finding} />;
}
