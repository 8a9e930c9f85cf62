'use client';

import type { ScanScreenProps } from '../../../components/scan/scan-data.ts';
import { ScanScreen } from '../../../components/scan/scan-screen.tsx';
import { changePack, verifyPack } from './pack-api.ts';

/** The Scan screen, asking the pack API of the site it was loaded from. */
export function ScanAtThisSite(props: Omit<ScanScreenProps, 'verify' | 'change'>) {
  return <ScanScreen {...props} verify={verifyPack} change={changePack} />;
}
