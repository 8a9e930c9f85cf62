'use client';

import { useState } from 'react';
import type { Result } from '../../lib/kernel/result.ts';
import { parseKnownHead } from './check-known-head.ts';
import { httpLogReader } from './log-reader.ts';
import type { ProveError, ProvenEvent } from './proof.ts';
import { type EventToProve, proveEvent } from './prove-event.ts';

const keyOf = (logPath: string): string => `vialog-head:${logPath}`;

/** Proves one event on asking, and remembers the head of the log that it was proved under. */
export function useProof(event: EventToProve, logPath: string) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result<ProvenEvent, ProveError>>();
  const prove = async () => {
    setBusy(true);
    const known = parseKnownHead(localStorage.getItem(keyOf(logPath)));
    const proven = await proveEvent(event, httpLogReader(logPath), known);
    if (proven.ok) localStorage.setItem(keyOf(logPath), JSON.stringify(proven.value.head));
    setOutcome(proven);
    setBusy(false);
  };
  const forget = async () => {
    localStorage.removeItem(keyOf(logPath));
    await prove();
  };
  return { busy, outcome, prove, forget };
}
