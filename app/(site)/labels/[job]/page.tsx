import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabelJobScreen } from '../../../../components/labels/label-job-screen.tsx';
import { labelTexts } from '../../../../components/texts/en/labels.ts';
import { labelJob } from '../../../../lib/queries/label-screens.ts';
import { requireScopeAt } from '../../../session/require-scope.ts';
import { cancelLabels, labelProgress } from '../actions.ts';

export const metadata: Metadata = { title: labelTexts.title };

export default async function LabelJobPage({
  params,
}: {
  readonly params: Promise<{ readonly job: string }>;
}) {
  const scope = await requireScopeAt('labels');
  const initial = await labelJob(scope, (await params).job);
  if (!initial) notFound();
  return <LabelJobScreen initial={initial} progress={labelProgress} cancel={cancelLabels} />;
}
