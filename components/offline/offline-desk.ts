import { momentOf } from '../../lib/kernel/instant.ts';
import type { BlockList } from '../../lib/scan/block-list/block-list.ts';
import { decideOffline } from '../../lib/scan/block-list/decide-offline.ts';
import { doneHere } from '../../lib/scan/offline/done-here.ts';
import {
  LINK_UP,
  type LinkState,
  linkAnswered,
  linkFailed,
  linkHoped,
} from '../../lib/scan/offline/link-state.ts';
import {
  type Delivery,
  nextDelivery,
  type Queue,
  withAnswers,
  withDeliveryGivenUp,
  withoutOld,
  withoutUnsent,
  withScan,
  withSeen,
} from '../../lib/scan/offline/queue.ts';
import type { QueuedScan } from '../../lib/scan/offline/queued-scan.ts';
import type { PackOutcome, PackTarget } from '../scan/pack-answer.ts';
import type { EntryMode, ScannedPack } from '../scan/scanned-pack.ts';
import type { DeskParts } from './desk-parts.ts';
import { type DeskView, deskViewOf } from './desk-view.ts';
import { keptAnswer, offlineAnswer } from './offline-answer.ts';
import { PATIENCE_MS } from './patience.ts';

const MOST_PER_DELIVERY = 1_000;

/** A place where packs are scanned, with or without a connection: it asks the register while that answers, and decides by its list while it does not. */
export class OfflineDesk {
  readonly #parts: DeskParts;
  readonly #listeners = new Set<(view: DeskView) => void>();
  #link: LinkState = LINK_UP;
  #queue: Queue = [];
  #list: BlockList | undefined;
  #replaying: Promise<void> | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Reads what the device kept. To be called once, before anything else. */
  async open(): Promise<void> {
    const { store, register } = this.#parts;
    this.#queue = await store.loadQueue();
    const kept = await store.loadList();
    const list = kept && (await register.openKept(kept));
    if (list && this.#isMine(list)) this.#list = list;
    this.#tell();
  }

  /** As `Register.verify`, and never without an answer. */
  async verify(pack: ScannedPack, mode: EntryMode, requestId: string): Promise<PackOutcome> {
    const asked = await this.#ask(pack, () => this.#parts.register.verify(pack, mode, requestId));
    return asked.outcome ?? this.#decide(pack, requestId, asked.wasTried);
  }

  /** As `Register.change`, and never without an answer: what cannot be sent is kept, and sent once. */
  async change(
    pack: ScannedPack,
    target: PackTarget,
    reason: string | undefined,
    requestId: string,
  ): Promise<PackOutcome> {
    const asked = await this.#ask(pack, () => this.#parts.register.change(pack, target, reason, requestId));
    if (asked.outcome) return asked.outcome;
    if (target === 'active' && (await this.#takeBack(pack)))
      return keptAnswer(pack, target, requestId, this.#list);
    await this.#keep(this.#scanOf(pack, target, requestId, asked.wasTried));
    return keptAnswer(pack, target, requestId, this.#list);
  }

  /** The connection seems to be back, or a person wants it tried. */
  hope(): void {
    this.#link = linkHoped(this.#link, this.#parts.clock());
  }

  /** Sends what waits, and fetches the list anew, where the link is up or due to be tried. Never rejects. One at a time. */
  catchUp(): Promise<void> {
    this.#replaying ??= this.#catchUp().finally(() => {
      this.#replaying = undefined;
    });
    return this.#replaying;
  }

  /** A person has seen a conflict. */
  async see(id: string): Promise<void> {
    await this.#change((queue) => withSeen(queue, id));
  }

  /** Tells of every change, and at once of how things stand. Gives how to stop it. */
  watch(listener: (view: DeskView) => void): () => void {
    this.#listeners.add(listener);
    listener(this.view());
    return () => this.#listeners.delete(listener);
  }

  view(): DeskView {
    return deskViewOf(this.#queue, this.#parts.station.owner, {
      isUp: this.#link.isUp,
      listMadeAt: this.#list?.head.madeAt ?? null,
    });
  }

  #isMine({ head }: BlockList): boolean {
    const { organisation, location } = this.#parts.station.owner;
    return head.organisation === organisation && head.location === location;
  }

  /**
   * What is kept of a pack goes to the register before the pack is asked about: it must not answer as if nothing had been done. False where
   * that takes too long, so that the device answers by what it knows.
   */
  async #isCaughtUpWith({ gtin, serial }: ScannedPack): Promise<boolean> {
    const waits = () => this.view().waitingPacks.has(`${gtin}/${serial}`);
    if (!this.#mayTry() || !waits()) return true;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([this.catchUp(), late]);
    return !waits();
  }

  #mayTry = (): boolean => this.#link.isUp || this.#parts.clock() >= this.#link.nextTryMs;

  /** An answer of the register; none where it is not to be tried now, where none came in time, or where it is out of order. */
  async #ask(
    pack: ScannedPack,
    send: () => Promise<PackOutcome>,
  ): Promise<{ readonly outcome: PackOutcome | undefined; readonly wasTried: boolean }> {
    const isCaughtUp = await this.#isCaughtUpWith(pack);
    if (!isCaughtUp || !this.#mayTry()) return { outcome: undefined, wasTried: false };
    const outcome = await send().catch(() => undefined);
    const isOutOfOrder = outcome?.kind === 'problem' && (outcome.problem.status ?? 500) >= 500;
    this.#setLink(outcome !== undefined && !isOutOfOrder);
    return { outcome: isOutOfOrder ? undefined : outcome, wasTried: true };
  }

  #setLink(isUp: boolean): void {
    const before = this.#link;
    this.#link = isUp ? linkAnswered() : linkFailed(this.#link, this.#parts.clock());
    if (before.isUp !== isUp) this.#tell();
  }

  async #decide(pack: ScannedPack, requestId: string, wasTried: boolean): Promise<PackOutcome> {
    const now = momentOf(this.#parts.clock());
    const decision = this.#decisionOn(pack);
    await this.#keep(this.#scanOf(pack, 'verify', requestId, wasTried));
    return offlineAnswer(pack, decision, requestId, now);
  }

  #decisionOn(pack: ScannedPack) {
    const { clock, station } = this.#parts;
    const wasDone = doneHere(this.#queue, pack) !== undefined;
    return decideOffline(pack, this.#list, {
      now: momentOf(clock()),
      timeZone: station.place.timeZone,
      wasDone,
    });
  }

  #scanOf(pack: ScannedPack, wanted: string, id: string, mayHaveArrived: boolean): QueuedScan {
    const { gtin, serial, batch, expiry, mode } = pack;
    const { code, list } = this.#decisionOn(pack);
    return {
      ...{ id, wanted, mayHaveArrived, owner: this.#parts.station.owner },
      pack: { gtin, serial, batch, expiry, mode },
      at: new Date(this.#parts.clock()).toISOString(),
      decided: { code, list: list?.version ?? null },
      state: { is: 'waiting' },
    };
  }

  #keep(scan: QueuedScan): Promise<void> {
    return this.#change((queue) => withScan(queue, scan));
  }

  /** Whether a supply that has not left the device could be taken back as if it had not been. */
  async #takeBack({ gtin, serial }: ScannedPack): Promise<boolean> {
    let isBack = false;
    await this.#change((queue) => {
      const last = queue.findLast(
        ({ pack, wanted }) => pack.gtin === gtin && pack.serial === serial && wanted !== 'verify',
      );
      const without = last && withoutUnsent(queue, last.id);
      isBack = without !== undefined;
      return without ?? queue;
    });
    return isBack;
  }

  async #change(change: (queue: Queue) => Queue): Promise<void> {
    this.#queue = await this.#parts.store.changeQueue(change);
    this.#tell();
  }

  async #catchUp(): Promise<void> {
    if (!this.#mayTry()) return;
    try {
      await this.#replay();
    } catch {
      return this.#setLink(false);
    }
    // Without a new list the one at hand goes on; only a link that was down stays so.
    await this.#renewList().catch(() => this.#link.isUp || this.#setLink(false));
  }

  async #replay(): Promise<void> {
    const { register, clock } = this.#parts;
    for (let delivery = await this.#begin(); delivery; delivery = await this.#begin()) {
      const { id } = delivery;
      const answers = await register.deliver(delivery);
      this.#setLink(true);
      // A register that answers but leaves every line open would be asked for ever.
      if (answers.size === 0) return this.#change((queue) => withDeliveryGivenUp(queue, id));
      await this.#change((queue) => withoutOld(withAnswers(queue, id, answers), clock()));
    }
  }

  async #begin(): Promise<Delivery | undefined> {
    const { makeId, station } = this.#parts;
    const freshId = makeId();
    let delivery: Delivery | undefined;
    await this.#change((queue) => {
      const next = nextDelivery(queue, station.owner, { freshId, most: MOST_PER_DELIVERY });
      delivery = next?.delivery;
      return next?.queue ?? queue;
    });
    return delivery;
  }

  async #renewList(): Promise<void> {
    const fresh = await this.#parts.register.fetchList(this.#list);
    this.#setLink(true);
    if (!this.#isMine(fresh.list)) return;
    this.#list = fresh.list;
    await this.#parts.store.saveList(fresh.kept);
    this.#tell();
  }

  #tell(): void {
    const view = this.view();
    for (const listener of this.#listeners) listener(view);
  }
}
