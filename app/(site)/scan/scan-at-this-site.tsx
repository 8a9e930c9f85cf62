'use client';

import type { Station } from '../../../components/offline/device-store.ts';
import { useOfflineDesk } from '../../../components/offline/use-offline-desk.ts';
import { useServiceWorker } from '../../../components/offline/use-service-worker.ts';
import type { ScanScreenProps } from '../../../components/scan/scan-data.ts';
import { ScanScreen } from '../../../components/scan/scan-screen.tsx';
import { browserRegister } from './browser-register.ts';

type ScanAtThisSiteProps = Omit<ScanScreenProps, 'verify' | 'change' | 'offline'> & {
  readonly owner: Station['owner'];
  readonly buildId?: string | undefined;
};

/** The Scan screen, asking the pack API of the site it was loaded from, and going on without it where it does not answer. */
export function ScanAtThisSite({ owner, buildId, ...props }: ScanAtThisSiteProps) {
  const { place, maySupply } = props;
  useServiceWorker(buildId);
  const desk = useOfflineDesk({ owner, place, maySupply }, browserRegister);
  return <ScanScreen {...props} {...desk} />;
}
