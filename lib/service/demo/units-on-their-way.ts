import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoConsignment } from './demo-consignments.ts';
import { shipped } from './demo-events.ts';
import type { DemoSite } from './demo-organisation.ts';
import { SITES } from './demo-organisations.ts';
import type { DemoExample, DemoStep, DemoUnitExample } from './demo-step.ts';

/** What a reader may try with cases and pallets. */
interface UnitChapter {
  readonly steps: readonly DemoStep[];
  readonly units: readonly DemoUnitExample[];
  readonly examples: readonly DemoExample[];
}

/** A pallet and a case are on their way on the day of the load, to be received with one scan each; a case stands closed on a shelf. */
export function unitsOnTheirWay(
  calendar: DemoCalendar,
  consignments: readonly DemoConsignment[],
): UnitChapter {
  const { plant, warehouse, pharmacy } = SITES;
  const pallet = certainly(consignments[0]).second.sscc;
  const onTheWay = certainly(certainly(consignments[1]).first.cases[12]).sscc;
  const closed = certainly(certainly(consignments[2]).first.cases[1]);
  const at = (site: DemoSite, minutes: number) => calendar.at(site, calendar.openDay(site, 1), minutes);
  return {
    steps: [
      shipped(
        { name: 'pallet on its way', site: plant, at: at(plant, 14 * 60) },
        { to: warehouse, number: 'open-pallet', units: [pallet] },
      ),
      shipped(
        { name: 'case on its way', site: warehouse, at: at(warehouse, 18 * 60) },
        { to: pharmacy, number: 'open-case', units: [onTheWay] },
      ),
    ],
    units: [
      { purpose: 'pallet in transit to the demo wholesaler', sscc: pallet },
      { purpose: 'case in transit to the demo pharmacy', sscc: onTheWay },
      { purpose: 'closed case at the demo pharmacy', sscc: closed.sscc },
    ],
    examples: closed.packs
      .slice(0, 1)
      .map((pack) => ({ purpose: 'in a closed case at the demo pharmacy', pack })),
  };
}

function certainly<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo world has no such case or pallet');
  return value;
}
