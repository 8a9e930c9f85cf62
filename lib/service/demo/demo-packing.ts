import { sgtinUri, ssccUri } from '../../gs1/digital-link.ts';
import type { Sscc } from '../../gs1/sscc.ts';
import { type DemoOccasion, here, later, USUAL_LAG_MS } from './demo-events.ts';
import type { DemoPack, DemoPacking } from './demo-step.ts';

/** What goes into a case or pallet, or comes out of it. */
export interface DemoContents {
  readonly packs?: readonly DemoPack[];
  readonly units?: readonly Sscc[];
}

/** Contents go into a case or pallet, which is closed. */
export const packed = (occasion: DemoOccasion, container: Sscc, contents: DemoContents): DemoPacking =>
  packing(occasion, { action: 'ADD', bizStep: 'packing' }, { container, ...contents });

/** Contents come out of a case or pallet. */
export const unpacked = (occasion: DemoOccasion, container: Sscc, contents: DemoContents): DemoPacking =>
  packing(occasion, { action: 'DELETE', bizStep: 'unpacking' }, { container, ...contents });

const packing = (
  { lagMs = USUAL_LAG_MS, ...occasion }: DemoOccasion,
  words: Pick<DemoPacking['said'], 'action' | 'bizStep'>,
  { container, packs = [], units = [] }: DemoContents & { readonly container: Sscc },
): DemoPacking => ({
  kind: 'packing',
  ...occasion,
  recordedAt: later(occasion.at, lagMs),
  said: {
    ...words,
    disposition: 'in_progress',
    ...here(occasion.site),
    parentID: ssccUri(container),
    childEPCs: [...units.map(ssccUri), ...packs.map(({ gtin, serial }) => sgtinUri(gtin, serial))],
  },
});
