'use client';

import { shippingTexts } from '../texts/en/shipping.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Problem } from '../ui/problem.tsx';
import { keyText } from './delivery-difference.ts';
import { PackGroups } from './pack-groups.tsx';
import { PackReader } from './pack-reader.tsx';
import type { useShipList } from './use-ship-list.ts';

const { ship: texts, reading } = shippingTexts;

interface ShipPacksProps {
  readonly list: ReturnType<typeof useShipList>;
  readonly onText: (text: string) => readonly string[];
}

/** Cases and pallets, each with how many packs go along, or why it cannot go. */
function UnitLines({ list }: Pick<ShipPacksProps, 'list'>) {
  const units = [...list.fitUnits, ...list.unfitUnits];
  if (units.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-line border-b">
      {units.map(({ sscc, fit, packs, text }) => (
        <li key={sscc} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2">
          <span className="min-w-0">
            <span className="block break-all font-mono">{sscc}</span>
            <span className="text-ink-soft">{fit ? texts.unitPacks(packs) : text}</span>
          </span>
          <Button
            kind="quiet"
            size="small"
            aria-label={reading.removeOf(sscc)}
            onClick={() => list.removeUnit(sscc)}
          >
            {reading.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The packs of the delivery: those that can go, and those that cannot, with the reason. */
export function ShipPacks({ list, onText }: ShipPacksProps) {
  return (
    <Card title={texts.packs} aside={<PackReader onText={onText} />}>
      {list.count === 0 && (
        <div className="py-6 text-center">
          <p className="font-semibold">{texts.empty}</p>
          <p className="text-ink-soft">{texts.emptyText}</p>
        </div>
      )}
      {list.count > 0 && (
        <p role="status" className="figures font-semibold text-title">
          {list.busy
            ? `${texts.checking} …`
            : texts.fit(list.fit.length + list.fitUnits.reduce((sum, { packs }) => sum + packs, 0))}
        </p>
      )}
      {list.problem && <Problem problem={list.problem} />}
      <UnitLines list={list} />
      <PackGroups lines={list.fit} />
      {list.unfit.length > 0 && (
        <div className="mt-4 border-line border-t pt-4">
          <h3 className="font-semibold">{texts.unfit(list.unfit.length)}</h3>
          <p className="text-ink-soft text-note">{texts.unfitText}</p>
          <ul className="mt-2 divide-y divide-line">
            {list.unfit.map(({ key, line, text }) => (
              <li key={keyText(key)} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2">
                <span className="min-w-0">
                  <span className="block break-all font-mono">{key.serial}</span>
                  <span className="text-ink-soft">
                    {line && `${line.productName}. `}
                    {text}
                  </span>
                </span>
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={reading.removeOf(key.serial)}
                  onClick={() => list.remove(keyText(key))}
                >
                  {reading.remove}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
