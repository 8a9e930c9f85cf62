import type { Metadata } from 'next';
import { PackContainerScreen } from '../../../components/containers/pack-container-screen.tsx';
import { containerTexts } from '../../../components/texts/en/containers.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScopeAt } from '../../session/require-scope.ts';
import { act, look } from './actions.ts';

export const metadata: Metadata = { title: containerTexts.title };

export default async function ContainersPage() {
  await requireScopeAt('containers');
  return <PackContainerScreen thisYear={new Date(requestTime()).getUTCFullYear()} look={look} act={act} />;
}
