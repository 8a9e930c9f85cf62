import type { Metadata } from 'next';
import { offlineTexts } from '../../components/texts/en/offline.ts';
import { OfflineScan } from './offline-scan.tsx';

export const metadata: Metadata = { title: offlineTexts.shell.title, robots: { index: false } };

/** The shell of the Scan page, the same for everybody: what the service worker keeps, and opens while the server does not answer. */
export default function OfflinePage() {
  return <OfflineScan />;
}
