'use client';

import { TriangleAlert } from 'lucide-react';
import type { QueuedScan } from '../../lib/scan/offline/queued-scan.ts';
import { offlineTexts } from '../texts/en/offline.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { OfflineState } from './offline-state.ts';

const { conflicts: texts } = offlineTexts;

/** Where the register disagrees with what was done without a connection. */
export function OfflineConflicts({ conflicts, onSeen }: OfflineState) {
  if (conflicts.length === 0) return null;
  return (
    <Card title={texts.title} className="border-line-strong">
      <p className="mb-3 text-ink-soft">{texts.text}</p>
      <ul className="divide-y divide-line">
        {conflicts.map((conflict) => (
          <Conflict key={conflict.id} conflict={conflict} onSeen={onSeen} />
        ))}
      </ul>
    </Card>
  );
}

function Conflict({
  conflict: { id, pack, at, wanted, state },
  onSeen,
}: {
  readonly conflict: QueuedScan;
  readonly onSeen: (id: string) => void;
}) {
  const reasons = state.is === 'conflict' ? state.outcome.reasons : [];
  const targets: Readonly<Record<string, string>> = scanTexts.targets;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <TriangleAlert size={20} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <span className="font-mono">{pack.serial}</span> · {targets[wanted] ?? texts.wanted(wanted)} ·{' '}
          <TimeText at={at} />
        </p>
        <p className="text-ink-soft">{reasons.map(({ text }) => text).join(' ') || texts.unexplained}</p>
      </div>
      <Button size="small" onClick={() => onSeen(id)}>
        {texts.seen}
      </Button>
    </li>
  );
}
