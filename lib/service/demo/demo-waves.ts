import { sgtinUri } from '../../gs1/digital-link.ts';
import type { DemoStep } from './demo-step.ts';

/** So many steps at a time; more would only wait for one another. */
const MOST = 8;

/**
 * Divides steps, in their order, into waves of steps that have nothing to do with one another: no two name one pack, and what
 * makes or recalls a batch stands alone. Within a wave the order does not matter.
 */
export function demoWaves(steps: readonly DemoStep[]): readonly (readonly DemoStep[])[] {
  const waves: DemoStep[][] = [];
  let wave: DemoStep[] = [];
  let named = new Set<string>();
  for (const step of steps) {
    const uris = packsOf(step);
    const fits = wave.length < MOST && !concernsBatch(step) && !uris.some((uri) => named.has(uri));
    if (!fits || wave.some(concernsBatch)) {
      wave = [];
      named = new Set();
    }
    if (wave.length === 0) waves.push(wave);
    wave.push(step);
    for (const uri of uris) named.add(uri);
  }
  return waves;
}

const packsOf = (step: DemoStep): readonly string[] =>
  step.kind === 'event' ? (step.said.epcList ?? []) : [sgtinUri(step.pack.gtin, step.pack.serial)];

const concernsBatch = (step: DemoStep): boolean =>
  step.kind === 'event' && (step.said.action === 'ADD' || step.said.quantityList !== undefined);
