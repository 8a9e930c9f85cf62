'use client';

import { useState } from 'react';
import { keyText } from '../shipping/delivery-difference.ts';
import type { PackKey, ReadPack } from '../shipping/shipping-data.ts';

/** What was scanned to go into a container, or to come out of it. */
export function useContents() {
  const [packs, setPacks] = useState<ReadonlyMap<string, PackKey>>(new Map());
  const [units, setUnits] = useState<ReadonlySet<string>>(new Set());
  return {
    packs: [...packs.values()],
    units: [...units],
    count: { cases: units.size, packs: packs.size },
    addPacks: (read: readonly ReadPack[]): number => {
      const fresh = read.filter((pack) => !packs.has(keyText(pack)));
      const added = fresh.map(({ gtin, serial }) => [keyText({ gtin, serial }), { gtin, serial }] as const);
      setPacks(new Map([...packs, ...added]));
      return fresh.length;
    },
    addUnits: (read: readonly string[]): number => {
      const fresh = read.filter((sscc) => !units.has(sscc));
      setUnits(new Set([...units, ...fresh]));
      return fresh.length;
    },
    remove: (name: string) => {
      setPacks(new Map([...packs].filter(([key]) => key !== name)));
      setUnits(new Set([...units].filter((sscc) => sscc !== name)));
    },
    clear: () => {
      setPacks(new Map());
      setUnits(new Set());
    },
    named: () => ({ packs: [...packs.values()], containers: [...units] }),
  };
}
