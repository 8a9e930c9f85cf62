import { momentOf } from '../../kernel/instant.ts';
import { daysAfter } from '../../kernel/local-date.ts';
import { DAY, HOUR } from '../simulation.ts';
import type { AttackScene } from './attack-scene.ts';

const PACKS = 20;

/** T4: packs made for one market are sold in another, by a wholesaler with papers in order. */
export function divertMarket(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.warehouses.choose(
      PACKS,
      random,
      ({ pack }) => pack.batch.product.markets.length === 1,
    );
    const [first] = models;
    if (!first) return;
    const abroad = sim.world.counters.filter(
      (one) => !first.pack.batch.product.markets.includes(one.country),
    );
    campaign.by(first.org);
    sim.divert(
      models.filter(({ pack }) => pack.batch.product === first.pack.batch.product).map(({ pack }) => pack),
    );
    models.forEach(({ pack, org }, n) => {
      if (abroad.length === 0 || pack.batch.product !== first.pack.batch.product) return;
      const buyer = random.pick(abroad);
      const at = scene.timeOf(n, models.length);
      const arrives = scene.send(org, buyer, [pack], at, true);
      scene.sell(buyer, pack, arrives + random.between(5, 100) * HOUR, true);
    });
  });
}

/** T5: what a hospital bought for its patients is sold at retail, after the hospital has recorded its use, or without. */
export function resellHospitalStock(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const used = campaign.variant === 'used';
    const source = used ? sim.supplied : sim.shelves;
    const models = source.choose(PACKS, random, ({ org }) => org.role !== 'pharmacy');
    const [first] = models;
    if (!first) return;
    campaign.by(first.org);
    if (!used) sim.divert(models.map(({ pack }) => pack));
    const pharmacies = scene.buyers(first.org, models.length);
    models.forEach(({ pack }, n) => {
      const buyer = pharmacies[n];
      if (buyer) scene.sell(buyer, pack, scene.timeOf(n, models.length), true);
    });
  });
}

/** T6: a consignment is stolen, reported some days later or never, and comes up at counters. */
export function stealCargo(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const [first] = sim.warehouses.choose(1, random);
    if (!first) return;
    const load = sim.warehouses.choose(PACKS, random, ({ org }) => org === first.org);
    const packs = load.map(({ pack }) => pack);
    sim.divert(packs);
    const [meant] = scene.buyers(first.org, 1);
    if (!meant) return;
    const leaves = momentOf(startsAt + 2 * HOUR);
    scene.tell({ step: 'ship', at: leaves, org: first.org, packs, from: first.org, to: meant }, false);
    if (campaign.variant === 'reported') {
      const reported = momentOf(startsAt + random.between(2, 12) * DAY);
      scene.tell({ step: 'steal', at: reported, org: first.org, packs }, false);
    }
    scene.buyers(first.org, packs.length).forEach((buyer, n) => {
      const pack = packs[n];
      if (pack) scene.sell(buyer, pack, scene.timeOf(n, packs.length) + 3 * DAY, true);
    });
  });
}

/** T7: packs that were destroyed by the record are sold, or old ones with a new date on the label. */
export function resellWaste(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.shelves.choose(PACKS, random);
    const [first] = models;
    if (!first) return;
    const relabelled = campaign.variant === 'relabelled';
    models.forEach(({ pack, org }, n) => {
      sim.divert([pack]);
      const [buyer = org] = scene.buyers(org, 1);
      const at = scene.timeOf(n, models.length) + DAY;
      const expiry = daysAfter(pack.batch.expiry, 731);
      if (relabelled) scene.sell(org, pack, at, true, { label: { expiry } });
      else {
        scene.tell({ step: 'destroy', at: momentOf(startsAt + HOUR), org, packs: [pack] }, false);
        scene.sell(buyer, pack, at, true);
      }
    });
  });
}
