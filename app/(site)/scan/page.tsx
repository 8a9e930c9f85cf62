import type { Metadata } from 'next';
import { scanTexts } from '../../../components/texts/en/scan.ts';
import { buildId } from '../../../lib/http/build-id.ts';
import { scanScreen } from '../../../lib/queries/scan-screen.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScopeAt } from '../../session/require-scope.ts';
import { ScanAtThisSite } from './scan-at-this-site.tsx';

export const metadata: Metadata = { title: scanTexts.title };

export default async function ScanPage() {
  const screen = await scanScreen(await requireScopeAt('scan'), requestTime());
  return <ScanAtThisSite {...screen} buildId={buildId()} />;
}
