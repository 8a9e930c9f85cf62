'use client';

import { useEffect, useState } from 'react';
import { dateText } from '../format/date-text.ts';
import { PAGE } from '../page-addresses.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { PageLink } from '../ui/page-link.tsx';
import { keptProfile } from './kept-profile.ts';

/** That the hand scanner is listened to, and whether this workstation's was tested. */
export function HandScannerState() {
  const [tested, setTested] = useState<string | null>();
  useEffect(() => setTested(keptProfile()?.madeAt.slice(0, 10) ?? null), []);
  return (
    <>
      <span aria-hidden className="size-2 rounded-full bg-brand" />
      {scanTexts.ready.handScanner}
      {tested === null && (
        <PageLink href={PAGE.scannerTest} className="underline underline-offset-2">
          {scanTexts.ready.testScanner}
        </PageLink>
      )}
      {tested && <span>{scanTexts.ready.scannerTested(dateText(tested))}</span>}
    </>
  );
}
