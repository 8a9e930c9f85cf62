'use client';

import { useState } from 'react';
import { askServer } from '../ui/ask-server.ts';
import type { ProblemData } from '../ui/problem-data.ts';
import type { ContainerState, PackContainerProps } from './containers-data.ts';

/** The case or pallet that is worked on, looked up as it is scanned. */
export function useContainer(look: PackContainerProps['look']) {
  const [sscc, setSscc] = useState<string>();
  const [state, setState] = useState<ContainerState>();
  const [problem, setProblem] = useState<ProblemData>();
  const lookUp = async (chosen: string) => {
    const answer = await askServer(() => look(chosen));
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setState(answer.value);
  };
  return {
    sscc,
    state: state?.sscc === sscc ? state : undefined,
    problem,
    choose: (chosen: string) => {
      setSscc(chosen);
      void lookUp(chosen);
    },
    clear: () => {
      setSscc(undefined);
      setState(undefined);
      setProblem(undefined);
    },
  };
}
