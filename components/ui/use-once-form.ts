'use client';

import { type FormEvent, useRef, useState } from 'react';
import { askServer } from './ask-server.ts';
import type { ActionAnswer, ProblemData } from './problem-data.ts';

/**
 * A form that is done once, however often it is sent: it keeps its request id until it is answered or changed, and what was changed is
 * another request.
 */
export function useOnceForm<T>(
  send: (form: FormData, requestId: string) => Promise<ActionAnswer<T>>,
  done: (value: T) => void,
) {
  const requestId = useRef<string>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemData>();
  const renew = () => {
    requestId.current = undefined;
  };
  const post = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    requestId.current ??= crypto.randomUUID();
    const { current } = requestId;
    setBusy(true);
    const answer = await askServer(() => send(form, current));
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    renew();
    done(answer.value);
  };
  return { busy, problem, handlers: { onSubmit: post, onChange: renew } };
}
