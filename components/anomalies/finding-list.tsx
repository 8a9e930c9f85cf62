'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import type { FindingListRow } from '../../lib/queries/findings-screen.ts';
import { findingAddress } from '../page-addresses.ts';
import { anomaliesTexts } from '../texts/en/anomalies.ts';
import { isTextField } from '../ui/is-text-field.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';
import { TimeText } from '../ui/time-text.tsx';

const { kinds, statuses } = anomaliesTexts;

/** The findings, worst first. `j` and `k` step through them, Enter opens the one in focus. */
export function FindingList({ rows }: { readonly rows: readonly FindingListRow[] }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || isTextField(event.target)) return;
      const links: readonly HTMLElement[] = [...(list.current?.querySelectorAll('a') ?? [])];
      const at = links.findIndex((link) => link.matches(':focus'));
      links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <ul
      ref={list}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            prefetch={false}
            href={findingAddress(row.id)}
            className="grid gap-x-5 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken sm:grid-cols-[8.5rem_minmax(0,1fr)_auto] sm:px-6"
          >
            <span className="flex items-center gap-3 self-start sm:mt-0.5">
              <SeverityMark severity={row.severity} />
            </span>
            <span className="min-w-0">
              <span className="block font-medium">{row.title}</span>
              <span className="block text-ink-soft text-note">
                {[
                  kinds[row.kind],
                  row.productName,
                  anomaliesTexts.places(row.places),
                  anomaliesTexts.packs(row.packCount),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="flex flex-wrap items-baseline gap-x-3 text-ink-soft text-note sm:flex-col sm:items-end">
              <span className={row.status === 'open' ? 'font-semibold text-ink' : undefined}>
                {statuses[row.status]}
              </span>
              <TimeText at={row.raisedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
