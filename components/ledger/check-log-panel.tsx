'use client';

import { ShieldCheck } from 'lucide-react';
import { checkLog } from '../proof/check-log.ts';
import { NotProven } from '../proof/not-proven.tsx';
import { useProof } from '../proof/use-proof.ts';
import { checkedLogText, ledgerTexts } from '../texts/en/ledger.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';

/** Checks the log's head in the browser, from the head seen last. */
export function CheckLogPanel({ logPath }: { readonly logPath: string }) {
  const { busy, outcome, prove, forget } = useProof(logPath, checkLog);
  return (
    <Card title={ledgerTexts.check}>
      <p className="mb-4 text-ink-soft">{ledgerTexts.checkText}</p>
      <Button kind="primary" busy={busy} onClick={prove}>
        <ShieldCheck size={18} aria-hidden />
        {busy ? ledgerTexts.checkWorking : ledgerTexts.checkAction}
      </Button>
      {outcome?.ok === true && (
        <div role="status" className="mt-4 animate-rise rounded-control border-2 border-brand p-4">
          <p className="flex items-center gap-2 font-semibold text-brand">
            <ShieldCheck size={20} aria-hidden />
            {ledgerTexts.checkDone}
          </p>
          {checkedLogText(outcome.value).map((text) => (
            <p key={text} className="figures mt-1">
              {text}
            </p>
          ))}
        </div>
      )}
      {outcome?.ok === false && <NotProven error={outcome.error} onForget={forget} />}
    </Card>
  );
}
