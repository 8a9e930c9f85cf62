'use client';

import type { Station } from '../../../components/offline/device-store.ts';
import { useOfflineDesk } from '../../../components/offline/use-offline-desk.ts';
import { useServiceWorker } from '../../../components/offline/use-service-worker.ts';
import type { ScanScreenProps } from '../../../components/scan/scan-data.ts';
import { ScanScreen } from '../../../components/scan/scan-screen.tsx';

type ScanAtThisSiteProps = Omit<ScanScreenProps, 'verify' | 'change' | 'offline'> & {
  readonly owner: Station['owner'];
  readonly buildId?: string | undefined;
};

/** How the register is reached comes with the desk that asks it, once the page listens. */
const loadRegister = async () => (await import('./browser-register.ts')).browserRegister;

/** The Scan screen, asking the pack API of the site it was loaded from, and going on without it where it does not answer. */
export function ScanAtThisSite({ owner, buildId, ...props }: ScanAtThisSiteProps) {
  const { place, maySupply } = props;
  useServiceWorker(buildId);
  const desk = useOfflineDesk({ owner, place, maySupply }, loadRegister);
  return <ScanScreen {...props} {...desk} />;
}
