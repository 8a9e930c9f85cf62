'use client';

import { useEffect, useState } from 'react';
import type { RegistrationProgress, RegistrationScreenProps } from './register-data.ts';

const EVERY_MS = 1000;

const isOver = ({ state }: RegistrationProgress): boolean => state !== 'queued' && state !== 'running';

/** Asks how far the work is, once a second until it is over. A question without an answer is asked again. */
export function useProgress(initial: RegistrationProgress, ask: RegistrationScreenProps['progress']) {
  const [progress, setProgress] = useState(initial);
  const [lost, setLost] = useState(false);
  const [nowMs, setNowMs] = useState(() => Date.parse(initial.startedAt ?? '') || 0);
  const over = isOver(progress);
  const { jobId } = initial;
  useEffect(() => {
    if (over) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const step = async () => {
      const answer = await ask(jobId).catch(() => undefined);
      if (left) return;
      setLost(!answer?.ok);
      setNowMs(Date.now());
      if (answer?.ok) setProgress(answer.value);
      timer = setTimeout(step, EVERY_MS);
    };
    void step();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [over, jobId, ask]);
  return { progress, nowMs, lost };
}
