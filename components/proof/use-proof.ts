'use client';

import { useState } from 'react';
import type { Result } from '../../lib/kernel/result.ts';
import { forgetHead, knownHead, rememberHead } from './known-head-store.ts';
import { httpLogReader, type LogReader } from './log-reader.ts';
import type { KnownHead, ProveError } from './proof.ts';

/** Runs a check of the log on asking, and remembers the head of the log that it came to. */
export function useProof<T extends { readonly head: KnownHead }>(
  logPath: string,
  check: (log: LogReader, known: KnownHead | undefined) => Promise<Result<T, ProveError>>,
) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result<T, ProveError>>();
  const prove = async () => {
    setBusy(true);
    const checked = await check(httpLogReader(logPath), knownHead(logPath));
    if (checked.ok) rememberHead(logPath, checked.value.head);
    setOutcome(checked);
    setBusy(false);
  };
  const forget = async () => {
    forgetHead(logPath);
    await prove();
  };
  return { busy, outcome, prove, forget };
}
