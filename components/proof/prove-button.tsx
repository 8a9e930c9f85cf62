'use client';

import { ShieldCheck } from 'lucide-react';
import { provenText, proveTexts } from '../texts/en/prove.ts';
import { Button } from '../ui/button.tsx';
import { HashPath } from './hash-path.tsx';
import { NotProven } from './not-proven.tsx';
import type { ProvenEvent } from './proof.ts';
import { type EventToProve, proveEvent } from './prove-event.ts';
import { useProof } from './use-proof.ts';

/** Proves an event in the browser, from the public log alone, and says how it came out. */
export function ProveButton({ event, logPath }: { readonly event: EventToProve; readonly logPath: string }) {
  const { busy, outcome, prove, forget } = useProof(logPath, (log, known) => proveEvent(event, log, known));
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
