import { Heap } from '../../kernel/heap.ts';
import type { DetectorTimer } from '../detector.ts';

/** Timers by their times, the earliest first; equal times come in the order of their events. */
export class DueTimers<T extends DetectorTimer> {
  readonly #heap = new Heap<T>((a, b) => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.event < b.event));

  add(timer: T): void {
    this.#heap.add(timer);
  }

  /** The next timer that is due at `now`; it is gone. */
  takeDue(now: number): T | undefined {
    const { first } = this.#heap;
    return first && first.dueAt <= now ? this.#heap.take() : undefined;
  }
}
