import { momentOf } from '../../kernel/instant.ts';
import { daysAfter } from '../../kernel/local-date.ts';
import { DAY, HOUR } from '../simulation.ts';
import type { AttackScene } from './attack-scene.ts';

const PACKS = 20;

/** T8: supplied packs are bought back and enter the trade again. */
export function buyBack(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.supplied.choose(PACKS, random, ({ at }) => at < startsAt - 2 * DAY);
    const [first] = models;
    if (!first) return;
    const dealer = random.pick(sim.world.wholesalers);
    campaign.by(dealer);
    scene.buyers(first.org, models.length).forEach((buyer, n) => {
      const model = models[n];
      if (!model) return;
      const at = scene.timeOf(n, models.length);
      const arrives = scene.send(dealer, buyer, [model.pack], at, true);
      scene.sell(buyer, model.pack, arrives + random.between(2, 90) * HOUR, true);
    });
  });
}

/** T9: a counter records the supply of what it did not hand to patients: all at once, or a few a day. */
export function pretendSales(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const [seen] = sim.shelves.choose(1, random);
    if (!seen) return;
    const { org } = seen;
    const stock = sim.shelves.choose(4 * PACKS, random, (one) => one.org === org);
    campaign.by(org);
    stock.forEach(({ pack }, n) => {
      sim.divert([pack]);
      const at = campaign.variant === 'burst' ? startsAt + n * 90_000 : scene.timeOf(n, stock.length);
      scene.sell(org, pack, at, false);
    });
  });
}

/** T10: a party to a case edits its own record: a receipt dated back, or a supply declared an error when the copy came up. */
export function tamper(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.supplied.choose(3, random);
    for (const { pack, org } of models) {
      campaign.by(org);
      const [buyer = org] = scene.buyers(org, 1);
      scene.sell(buyer, pack, startsAt + 2 * HOUR, true);
      const receipt = momentOf(startsAt + 30 * HOUR);
      scene.tell({ step: 'receive', at: receipt, org: buyer, packs: [pack] }, true);
    }
  });
}

/** T11: a wholesaler trades on while its licence is suspended. */
export function tradeSuspended(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const suspended = sim.world.wholesalers.filter(
      ({ suspendedFrom }) => suspendedFrom !== null && Date.parse(suspendedFrom) < startsAt - DAY,
    );
    if (suspended.length === 0) return;
    const seller = random.pick(suspended);
    campaign.by(seller);
    const models = sim.warehouses.choose(PACKS, random);
    models.forEach(({ pack, org }, n) => {
      sim.divert([pack]);
      const [buyer = org] = scene.buyers(seller, 1);
      const at = scene.timeOf(n, models.length);
      const arrives = scene.send(org, seller, [pack], at, true);
      const on = scene.send(seller, buyer, [pack], arrives + 5 * HOUR, true);
      scene.sell(buyer, pack, on + 20 * HOUR, false);
    });
  });
}

/** T12: somebody at the maker's uploads serials a second time, for packs of another batch. */
export function reuseSerials(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.shelves.choose(PACKS, random);
    const [first] = models;
    if (!first) return;
    const { product, expiry } = first.pack.batch;
    const batch = sim.newBatch(product, daysAfter(expiry, 90));
    const again = models
      .filter(({ pack }) => pack.batch.product === product)
      .map(({ pack }) => ({ epc: pack.epc, batch }));
    campaign.by(product.maker);
    scene.tell({ step: 'commission', at: momentOf(startsAt), org: product.maker, packs: again }, true);
    scene.buyers(first.org, again.length).forEach((buyer, n) => {
      const pack = again[n];
      if (pack) scene.sell(buyer, pack, scene.timeOf(n, again.length) + 5 * DAY, true);
    });
  });
}

/** T13: a wholesaler trades without recording anything: what comes through it has no way on record. */
export function staySilent(scene: AttackScene): void {
  const { sim, random, campaign, startsAt } = scene;
  sim.at(startsAt, () => {
    const models = sim.warehouses.choose(PACKS, random);
    const [first] = models;
    if (!first) return;
    const silent = random.pick(sim.world.wholesalers);
    campaign.by(silent);
    scene.buyers(first.org, models.length).forEach((buyer, n) => {
      const model = models[n];
      if (!model) return;
      sim.divert([model.pack]);
      const at = scene.timeOf(n, models.length);
      scene.tell(
        { step: 'ship', at: momentOf(at), org: model.org, packs: [model.pack], from: model.org, to: silent },
        false,
      );
      const receipt = momentOf(at + 40 * HOUR);
      scene.tell(
        { step: 'receive', at: receipt, org: buyer, packs: [model.pack], from: silent, to: buyer },
        true,
      );
      scene.sell(buyer, model.pack, at + 60 * HOUR, true);
    });
  });
}
