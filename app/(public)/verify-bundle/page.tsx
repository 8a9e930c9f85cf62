import type { Metadata } from 'next';
import { connection } from 'next/server';
import { CheckBundle } from '../../../components/bundle/check-bundle.tsx';
import { bundleTexts } from '../../../components/texts/en/bundle.ts';
import { logKeyTexts } from '../../../lib/service/log/log-key-history.ts';

export const metadata: Metadata = { title: bundleTexts.title };

/** The check of bundles, for anybody. Everything that it needs comes with the page. */
export default async function VerifyBundlePage() {
  await connection();
  return <CheckBundle siteKeys={await logKeyTexts()} />;
}
