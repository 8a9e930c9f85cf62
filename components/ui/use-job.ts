'use client';

import { useEffect, useState } from 'react';
import type { ActionAnswer } from './problem-data.ts';

const EVERY_MS = 1000;

/** Long work of the server, as far as following it needs. */
interface FollowedJob {
  readonly jobId: string;
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly startedAt: string | null;
}

const isOver = ({ state }: FollowedJob): boolean => state !== 'queued' && state !== 'running';

/** Follows a job: asks how far it is, once a second until it is over. A question without an answer is asked again, and `lost` meanwhile. */
export function useJob<T extends FollowedJob>(
  initial: T,
  ask: (jobId: string) => Promise<ActionAnswer<T>>,
): { readonly job: T; readonly nowMs: number; readonly lost: boolean; readonly over: boolean } {
  const [job, setJob] = useState(initial);
  const [lost, setLost] = useState(false);
  const [nowMs, setNowMs] = useState(() => Date.parse(initial.startedAt ?? '') || 0);
  const over = isOver(job);
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
      if (answer?.ok) setJob(answer.value);
      timer = setTimeout(step, EVERY_MS);
    };
    void step();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [over, jobId, ask]);
  return { job, nowMs, lost, over };
}
