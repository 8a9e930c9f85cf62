'use client';

import { ShieldX } from 'lucide-react';
import { isPatience, proveErrorText, proveTexts } from '../texts/en/prove.ts';
import type { ProveError } from './proof.ts';

/** What is only a matter of waiting is said calmly; everything else cannot be overlooked. */
export function NotProven({
  error,
  onForget,
}: {
  readonly error: ProveError;
  readonly onForget: () => void;
}) {
  if (isPatience(error)) {
    return (
      <p role="status" className="mt-3 rounded-control border border-line-strong p-4">
        <strong className="font-semibold">{proveTexts.notYet}.</strong> {proveErrorText[error.code]}
      </p>
    );
  }
  const forgettable = error.code === 'prove/key-changed' || error.code === 'prove/rewritten';
  const detail = 'because' in error ? error.because : error.code;
  return (
    <div role="alert" className="mt-3 animate-rise rounded-control bg-ink p-5 text-canvas">
      <p className="flex items-center gap-3 font-semibold text-title">
        <ShieldX size={32} aria-hidden className="shrink-0" />
        {proveTexts.failed}
      </p>
      <p className="mt-2 font-semibold text-lead">{proveErrorText[error.code]}</p>
      <p className="mt-1">{proveTexts.failedText}</p>
      <p className="mt-2 font-mono text-note">{proveTexts.detail(detail)}</p>
      {forgettable && (
        <p className="mt-4 border-canvas/40 border-t pt-3 text-note">
          <button
            type="button"
            onClick={onForget}
            className="rounded-small font-semibold underline underline-offset-4 focus-visible:outline-canvas"
          >
            {proveTexts.forget}
          </button>
          <span className="ms-2">{proveTexts.forgetText}</span>
        </p>
      )}
    </div>
  );
}
