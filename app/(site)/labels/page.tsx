import type { Metadata } from 'next';
import { LabelsScreen } from '../../../components/labels/labels-screen.tsx';
import { labelTexts } from '../../../components/texts/en/labels.ts';
import { labelsScreen } from '../../../lib/queries/label-screens.ts';
import { requireScopeAt } from '../../session/require-scope.ts';
import { startLabels } from './actions.ts';

export const metadata: Metadata = { title: labelTexts.title };

export default async function LabelsPage() {
  return <LabelsScreen {...(await labelsScreen(await requireScopeAt('labels')))} order={startLabels} />;
}
