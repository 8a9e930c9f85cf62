'use client';

import { CloudOff, CloudUpload, ListChecks, TriangleAlert } from 'lucide-react';
import type { QueuedScan } from '../../lib/scan/offline/queued-scan.ts';
import { offlineTexts } from '../texts/en/offline.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { useNow } from '../ui/use-now.ts';
import type { OfflineState } from './offline-state.ts';

const { strip, conflicts: texts } = offlineTexts;
const MINUTE_MS = 60_000;

/**
 * The connection, the age of the list, what waits, and where the register disagrees with what was done. It stands there from the beginning, so
 * that nothing moves when the device has said how it is.
 */
export function OfflineStrip({ state }: { readonly state: OfflineState | undefined }) {
  return (
    <div className="flex flex-col gap-4 lg:col-span-2 lg:row-start-1">
      <div
        role="status"
        className="flex min-h-13 flex-wrap items-center gap-x-5 gap-y-2 rounded-control border border-line bg-surface px-4 py-2 text-ink-soft text-note"
      >
        {state && <LinkWords {...state} />}
      </div>
      {state && <Conflicts {...state} />}
    </div>
  );
}

function LinkWords({ isUp, listMadeAt, waiting, ofOthers, onTry }: OfflineState) {
  const now = useNow(MINUTE_MS);
  return (
    <>
      {!isUp && (
        <span className="flex items-center gap-2 font-semibold text-ink">
          <CloudOff size={16} aria-hidden />
          {strip.down}
        </span>
      )}
      <span className="flex items-center gap-2">
        <ListChecks size={16} aria-hidden />
        {listMadeAt === null ? strip.noList : now !== undefined && strip.list(listMadeAt, now)}
      </span>
      {waiting > 0 && (
        <span className="flex items-center gap-2 font-semibold text-ink">
          <CloudUpload size={16} aria-hidden />
          {strip.waiting(waiting)}
        </span>
      )}
      {ofOthers > 0 && <span>{strip.ofOthers(ofOthers)}</span>}
      {(!isUp || waiting > 0) && (
        <Button kind="quiet" size="small" onClick={onTry} className="ms-auto">
          {strip.tryNow}
        </Button>
      )}
    </>
  );
}

function Conflicts({ conflicts, onSeen }: OfflineState) {
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
