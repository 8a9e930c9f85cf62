'use client';

import { useState } from 'react';
import { packAddress } from '../page-addresses.ts';
import { offlineTexts } from '../texts/en/offline.ts';
import { scanTexts } from '../texts/en/scan.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LedgerState } from '../ui/ledger-state.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { useNow } from '../ui/use-now.ts';
import { type SessionRow, undoOf } from './session-rows.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { wordOf } from './verdict-sentence.ts';

const { list, progress, targets, actions, undoLeft, undoOver } = scanTexts;
const MINUTE_MS = 60_000;

interface SessionListProps {
  readonly rows: readonly SessionRow[];
  readonly timeZone: string;
  readonly maySupply: boolean;
  readonly onUndo: (row: SessionRow) => Promise<void>;
}

/** The packs of this session, newest first. */
export function SessionList({ rows, timeZone, maySupply, onUndo }: SessionListProps) {
  if (rows.length === 0) return <EmptyState title={list.empty}>{list.emptyText}</EmptyState>;
  return (
    <Card title={list.title}>
      <ul className="-my-3 divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-3">
            <PageLink
              href={packAddress(row.pack.gtin, row.pack.serial)}
              className="min-w-0 rounded-small hover:underline"
            >
              <span className="block truncate font-medium">{row.productName ?? list.unknownProduct}</span>
              <span className="block truncate font-mono text-ink-soft text-note">{row.pack.serial}</span>
            </PageLink>
            {row.verdict ? (
              <VerdictBadge
                verdict={row.verdict}
                word={
                  row.progress === 'kept' && row.verdict === 'rescan'
                    ? offlineTexts.word
                    : wordOf(row.verdict, maySupply)
                }
              />
            ) : (
              <span className="max-w-40 text-end text-ink-soft text-note">{progress[row.progress]}</span>
            )}
            <div className="col-span-2 flex flex-wrap items-center justify-between gap-x-4">
              <RowState row={row} timeZone={timeZone} />
              <UndoButton row={row} onUndo={onUndo} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function RowState({ row, timeZone }: { readonly row: SessionRow; readonly timeZone: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-ink-soft text-note">
      <TimeText at={row.at} siteZone={timeZone} short />
      {row.target && <span>{targets[row.target]}</span>}
      {row.progress === 'kept' && row.verdict && (
        <span className="font-semibold text-ink">{progress.kept}</span>
      )}
      {row.progress === 'set-aside' && <span>{progress['set-aside']}</span>}
      {row.ledger && <LedgerState {...row.ledger} />}
    </p>
  );
}

function UndoButton({ row, onUndo }: Pick<SessionListProps, 'onUndo'> & { readonly row: SessionRow }) {
  const now = useNow(MINUTE_MS);
  const [busy, setBusy] = useState(false);
  const until = now === undefined ? undefined : undoOf(row, now);
  if (now === undefined || until === undefined) return null;
  if (until === 'over') return <span className="ms-auto text-ink-soft text-note">{undoOver}</span>;
  const undo = async () => {
    setBusy(true);
    await onUndo(row);
    setBusy(false);
  };
  return (
    <span className="ms-auto flex items-center gap-2 whitespace-nowrap text-ink-soft text-note">
      {undoLeft(until, now)}
      <Button size="small" busy={busy} onClick={undo} aria-label={`${actions.undo} ${row.pack.serial}`}>
        {actions.undo}
      </Button>
    </span>
  );
}
