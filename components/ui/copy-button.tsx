'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { controlTexts } from '../texts/en/controls.ts';
import { showToast } from './toast-store.ts';

/** Copies a value with one click, and says so. */
export function CopyButton({ value, what }: { readonly value: string; readonly what: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    } catch {
      showToast({ kind: 'fault', text: controlTexts.copyFailed });
    }
  };
  return (
    <button
      type="button"
      onClick={copy}
      title={`${controlTexts.copy} ${what}`}
      aria-label={copied ? controlTexts.copied : `${controlTexts.copy} ${what} ${value}`}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-small text-ink-soft hover:bg-sunken hover:text-ink print:hidden"
    >
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  );
}
