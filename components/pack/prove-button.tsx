'use client';

import { ShieldCheck, ShieldX } from 'lucide-react';
import { isPatience, proveErrorText, provenText, proveTexts } from '../texts/en/prove.ts';
import { Button } from '../ui/button.tsx';
import { HashPath } from './hash-path.tsx';
import type { ProveError, ProvenEvent } from './proof.ts';
import type { EventToProve } from './prove-event.ts';
import { useProof } from './use-proof.ts';

/** Proves an event in the browser, from the public log alone, and says how it came out. */
export function ProveButton({ event, logPath }: { readonly event: EventToProve; readonly logPath: string }) {
  const { busy, outcome, prove, forget } = useProof(event, logPath);
  return (
    <div className="min-w-0">
      <Button size="small" busy={busy} onClick={prove}>
        <ShieldCheck size={16} aria-hidden />
        {busy ? proveTexts.working : outcome?.ok ? proveTexts.again : proveTexts.action}
      </Button>
      {outcome?.ok === true && <Proven proven={outcome.value} />}
      {outcome?.ok === false && <NotProven error={outcome.error} onForget={forget} />}
    </div>
  );
}

function Proven({ proven }: { readonly proven: ProvenEvent }) {
  const [sentence, ...more] = provenText(proven);
  return (
    <div role="status" className="mt-3 animate-rise rounded-control border-2 border-brand p-4">
      <p className="flex items-center gap-2 font-semibold text-brand">
        <ShieldCheck size={20} aria-hidden />
        {proveTexts.proven}
      </p>
      <p className="figures mt-1 font-medium">{sentence}</p>
      {more.map((text) => (
        <p key={text} className="figures mt-1 text-ink-soft text-note">
          {text}
        </p>
      ))}
      <HashPath proven={proven} />
    </div>
  );
}

/** What is only a matter of waiting is said calmly; everything else cannot be overlooked. */
function NotProven({ error, onForget }: { readonly error: ProveError; readonly onForget: () => void }) {
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
