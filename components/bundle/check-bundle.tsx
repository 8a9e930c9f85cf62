'use client';

import { useState } from 'react';
import type { BundleFault } from '../../lib/evidence/bundle/bundle-fault.ts';
import { type VerifiedBundle, verifyBundle } from '../../lib/evidence/bundle/verify-bundle.ts';
import type { Result } from '../../lib/kernel/result.ts';
import { parseVkey, type Vkey } from '../../lib/ledger/vkey.ts';
import { bundleTexts } from '../texts/en/bundle.ts';
import { BundleAnswer, BundleRefused } from './bundle-answer.tsx';

interface CheckBundleProps {
  /** Keys of this site's own log, which came with the page. */
  readonly siteKeys: readonly string[];
}

/** A file is chosen or dropped, and checked here: everything that is needed came with the page. */
export function CheckBundle({ siteKeys }: CheckBundleProps) {
  const [keyText, setKeyText] = useState('');
  const [note, setNote] = useState<string>();
  const [outcome, setOutcome] = useState<Result<VerifiedBundle, BundleFault>>();

  const check = async (file: File | undefined) => {
    if (!file) return;
    setOutcome(undefined);
    const logKey = keyOf(keyText);
    if (keyText.trim() !== '' && !logKey) return setNote(bundleTexts.badKey);
    setNote(bundleTexts.working);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      setOutcome(verifyBundle(bytes, { logKey }));
      setNote(undefined);
    } catch {
      setNote(bundleTexts.unreadable);
    }
  };
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{bundleTexts.title}</h1>
        <p className="mt-1 text-ink-soft text-lead">{bundleTexts.lead}</p>
      </div>
      <label className="flex flex-col gap-1">
        <span className="font-medium">{bundleTexts.key}</span>
        <span className="text-ink-soft text-note">{bundleTexts.keyHint}</span>
        <input
          value={keyText}
          onChange={(event) => setKeyText(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          dir="ltr"
          className="min-h-11 rounded-control border border-line-strong bg-surface px-3 font-mono text-note"
        />
      </label>
      <label
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void check(event.dataTransfer.files[0]);
        }}
        className="flex flex-col gap-2 rounded-card border-2 border-line-strong border-dashed bg-surface p-5"
      >
        <span className="font-semibold">{bundleTexts.choose}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void check(event.target.files?.[0]);
            // The same file may be chosen again, with another key.
            event.target.value = '';
          }}
          className="max-w-full"
        />
        <span className="text-ink-soft text-note">{bundleTexts.drop}</span>
      </label>
      <div role="status">
        {note && <p className="font-medium">{note}</p>}
        {outcome?.ok === true && <BundleAnswer bundle={outcome.value} siteKeys={siteKeys} />}
        {outcome?.ok === false && <BundleRefused fault={outcome.error} />}
      </div>
    </div>
  );
}

function keyOf(text: string): Vkey | undefined {
  const vkey = parseVkey(text.trim());
  return vkey.ok ? vkey.value : undefined;
}
