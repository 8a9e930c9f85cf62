'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { registrationAddress } from '../page-addresses.ts';
import type { ProblemData } from '../ui/problem-data.ts';
import { type LongList, sendSerials } from './send-serials.ts';

/** Sends lists that are too long for this page, and goes on at the page of their registration. */
export function useLongList(batch: Pick<LongList, 'gtin' | 'batch' | 'expiry'>) {
  const router = useRouter();
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<ProblemData>();
  // The same list sent again is the same registration, however often the line breaks.
  const last = useRef<{ readonly of: unknown; readonly key: string }>(undefined);

  const send = async (from: LongList['from']): Promise<void> => {
    const of = 'file' in from ? from.file : from.generate;
    if (last.current?.of !== of) last.current = { of, key: crypto.randomUUID() };
    setShare(0);
    setProblem(undefined);
    const answer = await sendSerials({ ...batch, from, key: last.current.key }, setShare);
    if (answer.ok) {
      router.push(registrationAddress(answer.value));
      return;
    }
    setShare(undefined);
    setProblem(answer.problem);
    // A file that was refused is mended and chosen again: then it is another list, even under its name.
    if (answer.problem.code !== 'page/no-answer') last.current = undefined;
  };
  return { share, problem, send };
}
