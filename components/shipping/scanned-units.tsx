import { containerAddress } from '../page-addresses.ts';
import { shippingTexts } from '../texts/en/shipping.ts';
import { Button } from '../ui/button.tsx';
import type { AnnouncedLine } from './shipping-data.ts';

const { receive: texts } = shippingTexts;

interface ScannedUnitsProps {
  readonly announced: readonly AnnouncedLine[];
  readonly units: ReadonlySet<string>;
  readonly onOneByOne: (sscc: string) => void;
}

/** The cases and pallets whose labels stand for what is in them; each can be checked pack by pack instead. */
export function ScannedUnits({ announced, units, onOneByOne }: ScannedUnitsProps) {
  if (units.size === 0) return null;
  return (
    <ul aria-label={texts.units} className="mb-4 divide-y divide-line border-line border-y">
      {[...units].map((sscc) => (
        <li key={sscc} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span className="min-w-0">
            <a href={containerAddress(sscc)} className="block break-all font-mono underline">
              {sscc}
            </a>
            <span className="figures text-ink-soft text-note">
              {texts.unitCount(
                announced.filter(({ unit, container }) => unit === sscc || container === sscc).length,
              )}
            </span>
          </span>
          <Button size="small" aria-label={texts.oneByOneOf(sscc)} onClick={() => onOneByOne(sscc)}>
            {texts.oneByOne}
          </Button>
        </li>
      ))}
    </ul>
  );
}
