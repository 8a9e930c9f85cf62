import type { RandomStream } from './random-stream.ts';
import type { SimPack } from './sim-event.ts';
import type { SimOrg } from './sim-world.ts';

/** A pack and where it is, or was handed out. */
export interface Stocked {
  readonly pack: SimPack;
  readonly org: SimOrg;
  readonly at: number;
}

const MOST = 4000;

/** Some packs of the world: the latest few thousand, so that memory stays the same however many there are. */
export class StockSample {
  readonly #kept: (Stocked | undefined)[] = [];
  readonly #places = new Map<string, number>();
  #next = 0;

  add(stocked: Stocked): void {
    const gone = this.#kept[this.#next];
    if (gone) this.#places.delete(gone.pack.epc);
    this.#kept[this.#next] = stocked;
    this.#places.set(stocked.pack.epc, this.#next);
    this.#next = (this.#next + 1) % MOST;
  }

  /** It is not there any more. */
  remove(epc: string): void {
    const at = this.#places.get(epc);
    if (at === undefined) return;
    this.#places.delete(epc);
    this.#kept[at] = undefined;
  }

  /** Up to `count` different ones that fit; fewer where there are no more. */
  choose(
    count: number,
    random: RandomStream,
    fits: (one: Stocked) => boolean = () => true,
  ): readonly Stocked[] {
    const chosen = new Map<string, Stocked>();
    for (let tries = 0; tries < 40 * count && chosen.size < count; tries++) {
      const one = this.#kept[random.whole(0, Math.max(0, this.#kept.length - 1))];
      if (one && fits(one)) chosen.set(one.pack.epc, one);
    }
    return [...chosen.values()];
  }
}
