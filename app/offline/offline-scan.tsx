'use client';

import { useEffect, useState } from 'react';
import { Wordmark } from '../../components/frame/wordmark.tsx';
import type { Station } from '../../components/offline/device-store.ts';
import { openDeviceStore } from '../../components/offline/open-device-store.ts';
import { PAGE } from '../../components/page-addresses.ts';
import { offlineTexts } from '../../components/texts/en/offline.ts';
import { buttonClass } from '../../components/ui/button-class.ts';
import { MessagePage } from '../../components/ui/message-page.tsx';
import { ScanAtThisSite } from '../(site)/scan/scan-at-this-site.tsx';

const { shell } = offlineTexts;

/** The Scan page from the device alone: who works here is what the last visit with a connection kept. */
export function OfflineScan() {
  const [station, setStation] = useState<Station | null>();
  useEffect(() => {
    void openDeviceStore()
      .then((store) => store.loadStation())
      .then((kept) => setStation(kept ?? null));
  }, []);
  // A full load asks the server anew; a link of the application would stay in the shell.
  const wholePage = (
    <a href={PAGE.scan} className={buttonClass('secondary', 'small')}>
      {shell.full}
    </a>
  );
  if (station === undefined) return <p className="sr-only">{shell.offline}</p>;
  if (station === null) {
    return (
      <main>
        <MessagePage title={shell.title} action={wholePage}>
          {shell.nobody}
        </MessagePage>
      </main>
    );
  }
  const { owner, place, maySupply } = station;
  return (
    <div className="mx-auto max-w-6xl px-4 pt-3 pb-8">
      <header className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="-ms-3 -mb-4">
          <Wordmark always />
        </div>
        <p className="text-ink-soft text-note">
          {place.organisation} · {place.location}
        </p>
        {wholePage}
      </header>
      <main>
        <ScanAtThisSite
          owner={owner}
          place={place}
          maySupply={maySupply}
          earlier={[]}
          thisYear={new Date().getFullYear()}
        />
      </main>
    </div>
  );
}
