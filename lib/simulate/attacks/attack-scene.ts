import { type Instant, momentOf } from '../../kernel/instant.ts';
import type { TellOptions } from '../emitter.ts';
import type { AttackSkill, Campaign } from '../labels.ts';
import type { RandomStream } from '../random-stream.ts';
import type { SimDeed, SimPack } from '../sim-event.ts';
import type { SimOrg } from '../sim-world.ts';
import { DAY, HOUR, type Simulation } from '../simulation.ts';
import { hoursBetween } from '../way.ts';

/** Where an attack plays: what it may use, and what is written down of it. */
export class AttackScene {
  readonly sim: Simulation;
  readonly campaign: Campaign;
  readonly random: RandomStream;
  readonly startsAt: number;

  constructor(sim: Simulation, campaign: Campaign, random: RandomStream, startsAt: number) {
    this.sim = sim;
    this.campaign = campaign;
    this.random = random;
    this.startsAt = startsAt;
  }

  get skill(): AttackSkill {
    return this.campaign.skill;
  }

  /** When the `n`th of `count` packs is moved: in two days by who is in a hurry, over a month by who takes care. */
  timeOf(n: number, count: number): number {
    const days = this.skill === 'naive' ? 2 : 30;
    const day = this.startsAt + ((n + this.random.next()) / Math.max(1, count)) * days * DAY;
    return Math.floor(day / DAY) * DAY + this.random.between(8, 18) * HOUR;
  }

  /** Something that belongs to the attack is recorded; `provable`: it cannot be true beside what is on record. */
  tell(deed: SimDeed, provable: boolean, how: TellOptions = {}): void {
    this.sim.at(deed.at, () => {
      const told = this.sim.tell(deed, { clean: true, ...how });
      this.campaign.told(
        told,
        deed.packs.map(({ epc }) => epc),
        provable,
      );
    });
  }

  sell(org: SimOrg, pack: SimPack, at: number, provable: boolean, how: TellOptions = {}): void {
    this.tell({ step: 'supply', at: momentOf(at), org, packs: [pack] }, provable, how);
  }

  /** A shipment with its receipt. */
  send(from: SimOrg, to: SimOrg, packs: readonly SimPack[], at: number, provable: boolean): Instant {
    const way = this.skill === 'naive' ? 0 : hoursBetween(from, to);
    const arrives = momentOf(at + (way + this.random.between(5, 20)) * HOUR);
    this.tell({ step: 'ship', at: momentOf(at), org: from, packs, from, to }, provable);
    this.tell({ step: 'receive', at: arrives, org: to, packs, from, to }, provable);
    return arrives;
  }

  /** Counters that buy what is offered: far away for who does not care, near for who does. */
  buyers(near: SimOrg, count: number): readonly SimOrg[] {
    const { sim, random } = this;
    const careful = this.skill !== 'naive';
    const others = sim.world.counters.filter(
      (one) => one !== near && (near.ownerGroup === null || one.ownerGroup !== near.ownerGroup),
    );
    const pool = others.filter((one) => (one.country === near.country) === careful);
    return Array.from({ length: count }, () => random.pick(pool.length > 0 ? pool : others));
  }
}
