import type { Metadata } from 'next';
import { ShipScreen } from '../../../components/shipping/ship-screen.tsx';
import { shippingTexts } from '../../../components/texts/en/shipping.ts';
import { shipScreen } from '../../../lib/queries/ship-screen.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScopeAt } from '../../session/require-scope.ts';
import { checkPacks, checkUnits, ship } from './actions.ts';

export const metadata: Metadata = { title: shippingTexts.ship.title };

export default async function ShipPage() {
  return (
    <ShipScreen
      {...(await shipScreen(await requireScopeAt('ship'), requestTime()))}
      check={checkPacks}
      checkUnits={checkUnits}
      ship={ship}
    />
  );
}
