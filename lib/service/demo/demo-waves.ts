import { sgtinUri } from '../../gs1/digital-link.ts';
import type { DemoStep } from './demo-step.ts';

/** What one site reported in one go, in its order. */
export type DemoRun = readonly DemoStep[];

/** So many steps of one site at a time. */
const MOST_IN_A_RUN = 40;
/** What is recorded further apart is imported in its order, whoever reported it: detectors wait for hours, and not for less. */
const SPAN_MS = 2 * 3_600_000;

/**
 * Divides steps into waves, and each wave into one run for each site, so that no two runs of a wave name one pack or a container that it is
 * in. What happens to one thing and what one site says keeps its order; what makes or recalls a batch stands alone.
 */
export function demoWaves(steps: readonly DemoStep[]): readonly (readonly DemoRun[])[] {
  const waves: Wave[] = [];
  const inside = new Map<string, string>();
  for (const step of steps) {
    const named = thingsIn(step).flatMap((uri) => chainOf(uri, inside));
    if (!waves.at(-1)?.takes(step, named)) waves.push(new Wave(step, named));
    repack(step, inside);
  }
  return waves.map(({ runs }) => [...runs.values()]);
}

class Wave {
  readonly runs = new Map<string, DemoStep[]>();
  readonly #first: DemoStep;
  /** The run that names a thing. */
  readonly #owners = new Map<string, DemoStep[]>();

  constructor(first: DemoStep, named: readonly string[]) {
    this.#first = first;
    this.#add(first, named);
  }

  /** Takes the step in, unless its place in the order matters to what is in the wave already. */
  takes(step: DemoStep, named: readonly string[]): boolean {
    if (concernsBatch(this.#first) || concernsBatch(step)) return false;
    if (step.recordedAt - this.#first.recordedAt > SPAN_MS) return false;
    const run = this.runs.get(step.site.gln);
    if (run?.length === MOST_IN_A_RUN) return false;
    if (named.some((uri) => (this.#owners.get(uri) ?? run) !== run)) return false;
    this.#add(step, named);
    return true;
  }

  #add(step: DemoStep, named: readonly string[]): void {
    const run = this.runs.get(step.site.gln) ?? [];
    run.push(step);
    this.runs.set(step.site.gln, run);
    for (const uri of named) this.#owners.set(uri, run);
  }
}

/** A thing, and the containers that it is in, from the inside out. */
function chainOf(uri: string, inside: ReadonlyMap<string, string>): readonly string[] {
  const container = inside.get(uri);
  return container === undefined ? [uri] : [uri, ...chainOf(container, inside)];
}

function repack(step: DemoStep, inside: Map<string, string>): void {
  if (step.kind !== 'packing') return;
  for (const uri of step.said.childEPCs) {
    if (step.said.action === 'ADD') inside.set(uri, step.said.parentID);
    else inside.delete(uri);
  }
}

function thingsIn(step: DemoStep): readonly string[] {
  if (step.kind === 'look') return [sgtinUri(step.pack.gtin, step.pack.serial)];
  if (step.kind === 'packing') return [step.said.parentID, ...step.said.childEPCs];
  return step.said.epcList ?? [];
}

const concernsBatch = (step: DemoStep): boolean =>
  step.kind === 'event' && (step.said.action === 'ADD' || (step.said.quantityList ?? []).length > 0);
