'use client';

import type { VerifyScreenProps } from '../../../components/verify/verify-data.ts';
import { VerifyScreen } from '../../../components/verify/verify-screen.tsx';
import { checkPack, reportDoubt } from './public-api.ts';

/** The public check, asking the site it was loaded from. */
export function VerifyAtThisSite(props: Omit<VerifyScreenProps, 'check' | 'report'>) {
  return <VerifyScreen {...props} check={checkPack} report={reportDoubt} />;
}
