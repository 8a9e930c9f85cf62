import type { Metadata } from 'next';
import { selfTestPictures } from '../../../../components/scan/self-test/self-test-pictures.ts';
import { SelfTestScreen } from '../../../../components/scan/self-test/self-test-screen.tsx';
import { selfTestTexts } from '../../../../components/texts/en/self-test.ts';
import { requireScope } from '../../../session/require-scope.ts';

export const metadata: Metadata = { title: selfTestTexts.title };

/** For every role: wholesalers and manufacturers scan too, on pages of their own. */
export default async function SelfTestPage() {
  await requireScope();
  return <SelfTestScreen pictures={selfTestPictures} />;
}
