'use client';

import { Activity } from 'lucide-react';
import { numberText } from '../format/number-text.ts';
import { PAGE } from '../page-addresses.ts';
import { frameTexts } from '../texts/en/frame.ts';
import { PageLink } from '../ui/page-link.tsx';
import { useNow } from '../ui/use-now.ts';
import type { PulseData } from './frame-data.ts';
import { pulseText } from './pulse-text.ts';

/** The state of the log at a glance; opens the Ledger page. */
export function LedgerPulse({ pulse }: { readonly pulse: PulseData | null }) {
  const now = useNow(1000);
  const text = pulse ? pulseText(pulse, now) : frameTexts.pulse.unknown;
  return (
    <PageLink
      href={PAGE.ledger}
      aria-label={`${frameTexts.pulse.link}: ${text}`}
      className="inline-flex min-h-10 items-center gap-2 whitespace-nowrap rounded-control px-2 text-ink-soft text-note hover:bg-sunken hover:text-ink"
    >
      <Activity size={16} aria-hidden className="text-brand" />
      <span className="hidden xl:inline">{text}</span>
      {pulse && <span className="hidden min-[400px]:inline xl:hidden">{numberText(pulse.size)}</span>}
    </PageLink>
  );
}
