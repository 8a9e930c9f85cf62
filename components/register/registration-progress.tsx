'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { PAGE } from '../page-addresses.ts';
import { registerTexts } from '../texts/en/register.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { Identifier } from '../ui/identifier.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { RefusedRow, RegistrationScreenProps } from './register-data.ts';
import { faultsCsv } from './serial-rows.ts';
import { useProgress } from './use-progress.ts';

const { progress: texts, serials } = registerTexts;

/** A registration as it goes, and its result per row when it is done. */
export function RegistrationProgressView({ initial, progress: ask }: RegistrationScreenProps) {
  const { progress, nowMs, lost } = useProgress(initial, ask);
  const { state, batch, total, done, failed } = progress;
  const over = state !== 'queued' && state !== 'running';
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <p className="font-medium">{batch.productName}</p>
        <p className="mb-5 flex flex-wrap gap-x-4 text-ink-soft">
          <Identifier kind="gtin" value={batch.gtin} />
          <Identifier kind="batch" value={batch.batch} />
          <ExpiryText date={batch.expiry} />
        </p>
        <ProgressBar
          label={texts.states[state]}
          done={done}
          total={total}
          startedAt={over ? null : progress.startedAt}
          nowMs={nowMs}
        />
        <p role="status" className="mt-2">
          {over ? texts.done(done - failed) : texts.leave}
        </p>
        {lost && <p className="mt-2 text-ink-soft text-note">{texts.lost}</p>}
      </Card>
      {progress.refused.length > 0 && <RefusedRows rows={progress.refused} />}
      {over && (
        <div className="flex flex-wrap gap-3">
          <Link href={PAGE.ship} className={buttonClass('primary')}>
            {texts.ship}
          </Link>
          <a href={PAGE.register} className={buttonClass('secondary')}>
            {texts.another}
          </a>
        </div>
      )}
    </div>
  );
}

function RefusedRows({ rows }: { readonly rows: readonly RefusedRow[] }) {
  return (
    <Card
      title={texts.refused(rows.length)}
      aside={
        <Button size="small" onClick={() => saveFile(serials.downloadName, faultsCsv(rows))}>
          <Download size={16} aria-hidden />
          {serials.download}
        </Button>
      }
    >
      <p className="mb-3 text-ink-soft">{texts.refusedText}</p>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto">
        {rows.map(({ row, serial, text }) => (
          <li key={row} className="flex flex-wrap gap-x-4 py-2">
            <span className="figures w-16 text-ink-soft">{row}</span>
            <span className="font-mono">{serial}</span>
            <span className="text-ink-soft">{text}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
