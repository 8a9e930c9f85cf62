'use client';

import { WifiOff } from 'lucide-react';
import { controlTexts } from '../texts/en/controls.ts';
import { useOnline } from './use-online.ts';

/** A strip under the top bar while there is no connection. */
export function OfflineNotice() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex flex-wrap items-center gap-x-2 border-line border-b bg-sunken px-4 py-2 text-note lg:px-8">
          <WifiOff size={16} aria-hidden />
          <strong className="font-semibold">{controlTexts.offline.title}.</strong>
          <span>{controlTexts.offline.text}</span>
        </p>
      )}
    </div>
  );
}
