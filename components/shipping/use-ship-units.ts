'use client';

import { useState } from 'react';
import { askServer } from '../ui/ask-server.ts';
import type { ProblemData } from '../ui/problem-data.ts';
import type { ShippableUnit, ShipScreenProps } from './shipping-data.ts';

/** The cases and pallets read for a delivery, each looked up as it comes. */
export function useShipUnits(check: ShipScreenProps['checkUnits']) {
  const [units, setUnits] = useState<ReadonlyMap<string, ShippableUnit | undefined>>(new Map());
  const [problem, setProblem] = useState<ProblemData>();
  const [asking, setAsking] = useState(0);

  const lookUp = async (fresh: readonly string[]) => {
    setAsking((count) => count + 1);
    const answer = await askServer(() => check(fresh));
    setAsking((count) => count - 1);
    setProblem(answer.ok ? undefined : answer.problem);
    const found = answer.ok ? answer.value : [];
    setUnits((now) => new Map([...now, ...found.map((unit) => [unit.sscc, unit] as const)]));
  };
  const known = [...units.values()].filter((unit) => unit !== undefined);
  return {
    count: units.size,
    fit: known.filter(({ fit }) => fit),
    unfit: known.filter(({ fit }) => !fit),
    busy: asking > 0,
    problem,
    add: (read: readonly string[]): number => {
      const fresh = [...new Set(read)].filter((sscc) => !units.has(sscc));
      if (fresh.length > 0) {
        setUnits(new Map([...units, ...fresh.map((sscc) => [sscc, undefined] as const)]));
        void lookUp(fresh);
      }
      return fresh.length;
    },
    remove: (sscc: string) => setUnits(new Map([...units].filter(([other]) => other !== sscc))),
    clear: () => setUnits(new Map()),
  };
}
