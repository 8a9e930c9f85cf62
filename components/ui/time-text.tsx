'use client';

import { useSyncExternalStore } from 'react';
import { clockInZone, instantInZone, zonePlace, zonesDiffer } from '../format/instant-text.ts';
import { controlTexts } from '../texts/en/controls.ts';

const never = () => () => undefined;
const readersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface TimeTextProps {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The zone of the place it happened at. */
  readonly siteZone?: string | undefined;
  readonly short?: boolean;
}

/**
 * A moment on the reader's clock, with the site's own beside it where they differ. Until the browser has said
 * which zone the reader is in, it stands on the site's clock.
 */
export function TimeText({ at, siteZone, short = false }: TimeTextProps) {
  const zone = useSyncExternalStore(never, readersZone, () => siteZone ?? 'UTC');
  const abroad = siteZone !== undefined && zonesDiffer(at, zone, siteZone);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <time dateTime={at} title={at} dir="auto" className="whitespace-nowrap">
        {short ? clockInZone(at, zone) : instantInZone(at, zone)}
      </time>
      {abroad && (
        <span dir="auto" className="whitespace-nowrap text-note text-ink-soft">
          {controlTexts.siteTime(clockInZone(at, siteZone), zonePlace(siteZone))}
        </span>
      )}
    </span>
  );
}
