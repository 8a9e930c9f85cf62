'use client';

import { useState } from 'react';
import { askServer } from '../ui/ask-server.ts';
import type { ProblemData } from '../ui/problem-data.ts';
import { keyText } from './delivery-difference.ts';
import type { ReadPack, Shippable, ShipScreenProps } from './shipping-data.ts';
import { useShipUnits } from './use-ship-units.ts';

/** The packs read for a delivery, each looked up as it comes. */
export function useShipList({ check, checkUnits }: Pick<ShipScreenProps, 'check' | 'checkUnits'>) {
  const units = useShipUnits(checkUnits);
  const [read, setRead] = useState<ReadonlyMap<string, ReadPack>>(new Map());
  const [found, setFound] = useState<ReadonlyMap<string, Shippable>>(new Map());
  const [problem, setProblem] = useState<ProblemData>();
  const [asking, setAsking] = useState(0);

  const lookUp = async (packs: readonly ReadPack[]) => {
    setAsking((count) => count + 1);
    const answer = await askServer(() => check(packs));
    setAsking((count) => count - 1);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) {
      setFound((now) => new Map([...now, ...answer.value.map((each) => [keyText(each.key), each] as const)]));
    }
  };

  const add = (packs: readonly ReadPack[]): number => {
    const fresh = [...new Map(packs.map((pack) => [keyText(pack), pack]))].filter(([key]) => !read.has(key));
    if (fresh.length > 0) {
      setRead(new Map([...read, ...fresh]));
      void lookUp(fresh.map(([, pack]) => pack));
    }
    return fresh.length;
  };

  const remove = (key: string) => setRead(new Map([...read].filter(([other]) => other !== key)));

  const known = [...read.keys()].flatMap((key) => found.get(key) ?? []);
  return {
    count: read.size + units.count,
    fitUnits: units.fit,
    unfitUnits: units.unfit,
    addUnits: units.add,
    removeUnit: units.remove,
    fit: known.flatMap((each) => (each.fit ? [each.line] : [])),
    unfit: known.flatMap((each) => (each.fit ? [] : [each])),
    busy: asking > 0 || units.busy,
    problem: problem ?? units.problem,
    add,
    remove,
    again: () => lookUp([...read.values()].filter((pack) => !found.has(keyText(pack)))),
    clear: () => {
      setRead(new Map());
      setFound(new Map());
      units.clear();
    },
  };
}
