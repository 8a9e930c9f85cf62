/**
 * lib/simulate: a seeded supply chain with labelled attacks (detectors.md 3). Deterministic and streaming: what is in memory is what is in
 * motion. Each subsystem has a stream of chance of its own, so that more noise leaves the trade as it is.
 */
import type { Json } from '../kernel/canonical-json.ts';
import { scheduleAttacks } from './attacks/schedule-attacks.ts';
import type { SimLine } from './emitter.ts';
import type { SimOptions } from './sim-options.ts';
import { simWorld, worldJson } from './sim-world.ts';
import { Simulation } from './simulation.ts';
import { scheduleTrade } from './trade.ts';

/** A world in motion. Read all lines before the labels. */
export interface Simulated {
  /** `world.json`. */
  readonly world: Json;
  /** The lines of `events.ndjson`, as they arrive. */
  lines(): Generator<SimLine>;
  /** The lines of `labels.ndjson`: campaigns, their events, packs and organisations. */
  labels(): readonly Json[];
}

/** Makes the world of the options. */
export function simulate(options: SimOptions): Simulated {
  const world = simWorld(options);
  const sim = new Simulation(options, world);
  scheduleTrade(sim);
  scheduleAttacks(sim);
  return {
    world: worldJson(world),
    lines: () => sim.run(),
    labels: () => sim.campaigns.flatMap((campaign) => campaign.labels(sim.end)),
  };
}
