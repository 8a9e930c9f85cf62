import type { Claim } from './claim.ts';
import { FINAL, happen, newWorld, objection, type World } from './slow-world-in-tests.ts';

/**
 * custody.md 4 read a second time, slowly and for histories without corrections: nothing is inferred through parents. Every move of a
 * container is told of each thing inside it, one by one, and each thing has a world of its own.
 */
interface Thing {
  world: World;
  /** The container that it is in. */
  inside: string | undefined;
  /** Where it is: a place of its own, as the rules of containers ask for it. */
  site: string | undefined;
  readonly isContainer: boolean;
}

export interface Told {
  readonly claim: Claim;
  readonly items: readonly string[];
}

const MOVES = ['ship', 'return-ship', 'void-shipping', 'receive', 'destroy', 'export'];
const ALONE = [...MOVES, 'supply', 'sample', 'free-sample'];

export class SlowYard {
  readonly things = new Map<string, Thing>();

  of(item: string): Thing {
    const known = this.things.get(item);
    if (known) return known;
    const made = {
      world: newWorld(false),
      inside: undefined,
      site: undefined,
      isContainer: item.includes('/00/'),
    };
    this.things.set(item, made);
    return made;
  }

  /** Everything in a container, at whatever depth. */
  within(container: string): readonly string[] {
    const direct = [...this.things].filter(([, thing]) => thing.inside === container).map(([item]) => item);
    return direct.flatMap((item) => [item, ...this.within(item)]);
  }

  /** Says one thing of several, the container first; gives for each whether it took effect. */
  say({ claim, items }: Told): ReadonlyMap<string, boolean> {
    const { container } = claim;
    const all = [...new Set([...(container === undefined ? [] : [container]), ...items])];
    return new Map(all.map((item) => [item, this.#sayOf(claim, item)]));
  }

  #sayOf(claim: Claim, item: string): boolean {
    const thing = this.of(item);
    if (claim.act === 'pack' || claim.act === 'unpack') {
      return claim.container === item
        ? this.#asContainer(claim, item, thing)
        : this.#asContent(claim, item, thing);
    }
    if (thing.isContainer) return this.#ofContainer(claim, item, thing);
    return this.#ofPack(claim, thing);
  }

  /** What holds of receiving a thing holds of packing it: it is in hand. */
  #inHand(claim: Claim, thing: Thing): boolean {
    const { holder, from, to } = thing.world;
    return [holder, from, to].some(
      (party) => party !== undefined && claim.speaksFor.some(({ gln }) => gln === party),
    );
  }

  #asContainer(claim: Claim, item: string, thing: Thing): boolean {
    if (thing.world.status === 'unknown') {
      if (claim.act !== 'pack' || !thing.isContainer) return false;
      happen({ ...claim, act: 'commission' }, thing.world);
      thing.site = claim.location;
      return true;
    }
    if (!this.#inHand(claim, thing)) {
      thing.world.disputed = true;
      return false;
    }
    if (thing.inside === undefined && thing.world.from !== undefined) {
      this.#take(claim, thing);
      for (const one of this.within(item)) this.#copyPlace(this.of(one), thing);
    }
    return true;
  }

  #asContent(claim: Claim, item: string, thing: Thing): boolean {
    if (thing.world.status === 'unknown') return false;
    const container = claim.container ?? '';
    const inHand = this.#inHand(claim, thing);
    if (!inHand) thing.world.disputed = true;
    if (claim.act === 'unpack') {
      if (!inHand || thing.inside !== container) return false;
      this.#loose(claim, item, thing);
      return true;
    }
    const box = this.of(container);
    const isOver = box.world.status !== 'active';
    const ring = container === item || this.within(item).includes(container);
    if (!inHand || isOver || !this.#inHand(claim, box) || ring) return false;
    this.#loose(claim, item, thing);
    thing.inside = container;
    for (const one of [item, ...this.within(item)]) this.#copyPlace(this.of(one), box);
    return true;
  }

  /** Takes a thing, and what is in it, in hand by itself. */
  #loose(claim: Claim, item: string, thing: Thing): void {
    thing.inside = undefined;
    this.#take(claim, thing);
    for (const one of this.within(item)) this.#copyPlace(this.of(one), thing);
  }

  #take(claim: Claim, thing: Thing): void {
    happen({ ...claim, act: 'receive' }, thing.world);
    thing.site = claim.location;
  }

  #copyPlace(thing: Thing, other: Thing): void {
    const { holder, group, from, to, returned } = other.world;
    Object.assign(thing.world, { holder, group, from, to, returned });
    thing.site = other.site;
  }

  #ofContainer(claim: Claim, item: string, thing: Thing): boolean {
    const { world } = thing;
    if (['supply', 'sample', 'free-sample'].includes(claim.act)) {
      if (world.status !== 'unknown' && objection(claim, world) === 'disputes') world.disputed = true;
      return false;
    }
    if (claim.act === 'observe') return this.#seen(claim, thing);
    if (claim.act === 'steal' && this.#isStrangers(claim, thing)) return false;
    if (!this.#takes(claim, thing)) return false;
    if (MOVES.includes(claim.act)) {
      thing.inside = undefined;
      this.#moved(claim, thing);
      for (const one of this.within(item)) this.#copyPlace(this.of(one), thing);
    }
    if (claim.act in FINAL) this.#carry(claim, item);
    return true;
  }

  /** The holder of a product answers for its packs anywhere, and for nobody’s containers. */
  #isStrangers(claim: Claim, { world }: Thing): boolean {
    const party = world.holder ?? world.from;
    if (world.status === 'unknown' || claim.speaksFor.some(({ gln }) => gln === party)) return false;
    world.disputed = true;
    return true;
  }

  /** What befalls a container befalls what is in it. */
  #carry(claim: Claim, item: string): void {
    for (const one of this.within(item)) {
      const { world } = this.of(one);
      if (world.status !== 'active') continue;
      world.status = FINAL[claim.act] ?? world.status;
      world.end = { event: claim.event, by: claim.reporter, countries: new Set(['DE', 'FR', 'elsewhere']) };
    }
  }

  #ofPack(claim: Claim, thing: Thing): boolean {
    if (claim.act === 'observe') return this.#seen(claim, thing);
    const wasAlone = thing.inside === undefined;
    const site = thing.world.holder === undefined ? undefined : thing.site;
    if (!this.#takes(claim, thing)) return false;
    const isAlone = ALONE.includes(claim.act);
    if (isAlone && !wasAlone && site !== undefined && claim.location !== site) thing.world.disputed = true;
    if (isAlone) {
      thing.inside = undefined;
      this.#moved(claim, thing);
    }
    if (claim.act === 'commission') thing.site = claim.location;
    return true;
  }

  #takes(claim: Claim, { world }: Thing): boolean {
    const against = objection(claim, world);
    if (against === 'disputes') world.disputed = true;
    if (against !== 'none') return false;
    happen(claim, world);
    return true;
  }

  #moved(claim: Claim, thing: Thing): void {
    thing.site = thing.world.holder === undefined ? undefined : claim.location;
  }

  #seen(claim: Claim, thing: Thing): boolean {
    if (thing.world.status === 'unknown') return false;
    const { holder } = thing.world;
    if (thing.inside === undefined || claim.container !== undefined || holder === undefined) return true;
    if (claim.location !== thing.site) thing.world.disputed = true;
    else if (claim.speaksFor.some(({ gln }) => gln === holder)) thing.inside = undefined;
    return true;
  }
}
