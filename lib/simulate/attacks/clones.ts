import { momentOf } from '../../kernel/instant.ts';
import { HOUR } from '../simulation.ts';
import type { AttackScene } from './attack-scene.ts';

const PACKS = 20;

/** T1: packs with the serials of packs that were supplied, each its own or all the same one. */
export function cloneSupplied(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.supplied.choose(campaign.variant === 'one-serial' ? 1 : PACKS, random);
    const [first] = models;
    if (!first) return;
    const copies = Array.from({ length: PACKS }, (_, n) => models[n % models.length] ?? first);
    const rogue = campaign.variant === 'papered' ? random.pick(sim.world.wholesalers) : undefined;
    if (rogue) campaign.by(rogue);
    scene.buyers(first.org, copies.length).forEach((buyer, n) => {
      const pack = (copies[n] ?? first).pack;
      const at = scene.timeOf(n, copies.length);
      const arrives = rogue ? scene.send(rogue, buyer, [pack], at - 30 * HOUR, true) : at;
      scene.sell(buyer, pack, Math.max(at, arrives + HOUR), true);
    });
  });
}

/** T2: packs with the serials of packs that are still on a shelf or in a warehouse, sold before or after these. */
export function cloneActive(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const source = campaign.variant === 'warehouse' ? sim.warehouses : sim.shelves;
    const models = source.choose(PACKS, random);
    const [first] = models;
    if (!first) return;
    scene.buyers(first.org, models.length).forEach((buyer, n) => {
      const model = models[n];
      if (model) scene.sell(buyer, model.pack, scene.timeOf(n, models.length), true);
    });
  });
}

/** T3: serials that are guessed, and tried at counters until one is known. */
export function guessSerials(scene: AttackScene): void {
  const { sim, random, startsAt, skill } = scene;
  sim.at(startsAt, () => {
    const [model] = sim.shelves.choose(1, random);
    if (!model) return;
    const accounts = skill === 'naive' ? [random.pick(sim.world.counters)] : scene.buyers(model.org, 12);
    for (let n = 0; n < 60; n++) {
      const pack = sim.pack(model.pack.batch, 'guess', scene.campaign.id, n);
      const org = random.pick(accounts);
      scene.tell({ step: 'verify', at: momentOf(scene.timeOf(n, 60)), org, packs: [pack] }, true);
    }
  });
}
