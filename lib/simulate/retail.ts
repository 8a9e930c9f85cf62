import { momentOf } from '../kernel/instant.ts';
import type { RandomStream } from './random-stream.ts';
import type { SimPack } from './sim-event.ts';
import type { SimOrg } from './sim-world.ts';
import { DAY, HOUR, type Simulation } from './simulation.ts';
import { hoursBetween } from './way.ts';

/** The packs of one delivery, from a counter's shelf to patients, and the few that go elsewhere. */
export function sellOut(
  sim: Simulation,
  counter: SimOrg,
  packs: readonly SimPack[],
  since: number,
  supplier: SimOrg,
): void {
  for (const pack of sim.honest(packs)) {
    const random = sim.random('trade', 'pack', pack.epc);
    if (random.chance(0.4)) sim.shelves.add({ pack, org: counter, at: since });
    const sold = opening(since + (random.exponential(9) + random.exponential(9)) * DAY, counter, random);
    if (random.chance(0.1)) verify(sim, counter, pack, since + random.between(0.1, 2) * HOUR);
    const fate = random.next();
    if (fate < 0.021) sendBack(sim, counter, pack, sold, supplier);
    else if (fate < 0.031) handOver(sim, counter, pack, sold, random);
    else later(sim, pack, sold, () => sell(sim, counter, pack, sold));
  }
}

/** Within the hours in which the counter is open: 8 to 19 o'clock by the sun. */
function opening(at: number, { longitude }: SimOrg, random: RandomStream): number {
  const day = Math.floor(at / DAY) * DAY;
  return day + (random.between(8, 19) - longitude / 15) * HOUR + DAY;
}

function verify(sim: Simulation, org: SimOrg, pack: SimPack, at: number): void {
  later(sim, pack, at, () => sim.tell({ step: 'verify', at: momentOf(at), org, packs: [pack] }));
}

/** Does something with a pack at a time, if it is still there then. */
function later(sim: Simulation, pack: SimPack, at: number, act: () => void): void {
  sim.at(at, () => {
    if (sim.honest([pack]).length > 0) act();
  });
}

/** A supply, as a patient's visit has it: sometimes scanned twice, taken back, or a neighbour scanned in its place. */
function sell(sim: Simulation, org: SimOrg, pack: SimPack, at: number): void {
  const noise = sim.random('noise', 'pack', pack.epc);
  const { repeatSupply, neighbour } = sim.emitter.noise;
  if (noise.chance(neighbour)) {
    const [other] = sim.shelves.choose(1, noise, (one) => one.org === org && one.pack.epc !== pack.epc);
    if (other) {
      sim.tell({ step: 'supply', at: momentOf(at), org, packs: [other.pack] });
      return;
    }
  }
  sim.shelves.remove(pack.epc);
  const told = sim.tell({ step: 'supply', at: momentOf(at), org, packs: [pack] });
  sim.supplied.add({ pack, org, at });
  const trade = sim.random('trade', 'sale', pack.epc);
  if (told && trade.chance(0.003)) takeBack(sim, { org, pack, at }, told.eventID, trade);
  else if (noise.chance(repeatSupply)) {
    const again = at + noise.between(1, 12) * 60_000;
    sim.at(again, () => sim.tell({ step: 'supply', at: momentOf(again), org, packs: [pack] }));
  }
}

interface Sale {
  readonly org: SimOrg;
  readonly pack: SimPack;
  readonly at: number;
}

/** The patient does not come: the supply is undone, and the pack is sold to another later. */
function takeBack(sim: Simulation, { org, pack, at }: Sale, eventID: string, random: RandomStream): void {
  const undone = at + random.between(1, 48) * HOUR;
  sim.at(undone, () => {
    sim.supplied.remove(pack.epc);
    const deed = { step: 'supply', at: momentOf(undone), org, packs: [pack] } as const;
    sim.tell(deed, { clean: true, declares: { eventID, happenedAt: momentOf(at) } });
  });
  const sold = undone + random.between(5, 200) * HOUR;
  sim.at(sold, () => {
    sim.tell({ step: 'supply', at: momentOf(sold), org, packs: [pack] });
    sim.supplied.add({ pack, org, at: sold });
  });
}

function sendBack(sim: Simulation, org: SimOrg, pack: SimPack, at: number, supplier: SimOrg): void {
  later(sim, pack, at, () => {
    sim.shelves.remove(pack.epc);
    sim.tell({ step: 'return', at: momentOf(at), org, packs: [pack], from: org, to: supplier });
  });
  const arrives = at + (hoursBetween(org, supplier) + 24) * HOUR;
  later(sim, pack, arrives, () => {
    const deed = { at: momentOf(arrives), org: supplier, packs: [pack], from: org, to: supplier };
    sim.tell({ ...deed, step: 'receive' });
  });
}

/** To another counter nearby, which sells it; a few such transfers are recorded by nobody. */
function handOver(sim: Simulation, org: SimOrg, pack: SimPack, at: number, random: RandomStream): void {
  const nearby = sim.countersIn(org.country);
  const branches = nearby.filter(({ ownerGroup }) => ownerGroup !== null && ownerGroup === org.ownerGroup);
  const to = random.pick(branches.length > 1 && random.chance(0.8) ? branches : nearby);
  const unrecorded = sim
    .random('noise', 'transfer', pack.epc)
    .chance(sim.emitter.noise.unrecordedTransfer * 100);
  const arrives = at + (hoursBetween(org, to) + 2) * HOUR;
  const [leaves, sold] = [at, arrives + 27 * HOUR];
  later(sim, pack, leaves, () => {
    sim.shelves.remove(pack.epc);
    if (!unrecorded) sim.tell({ step: 'ship', at: momentOf(leaves), org, packs: [pack], from: org, to });
  });
  later(sim, pack, arrives, () => {
    if (!unrecorded)
      sim.tell({ step: 'receive', at: momentOf(arrives), org: to, packs: [pack], from: org, to });
  });
  later(sim, pack, sold, () => {
    sim.tell({ step: 'supply', at: momentOf(sold), org: to, packs: [pack] });
    sim.supplied.add({ pack, org: to, at: sold });
  });
}
