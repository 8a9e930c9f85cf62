import type { Instant } from '../kernel/instant.ts';
import type { EventRef, PackState } from './pack-state.ts';

/**
 * How long an object was in a container, as the fold of its events has it: from the event that put it there until the one that shows
 * it outside. `touchedAt` is the latest time of an event of the object’s own that rests on where the container was: the one that put it
 * there, those while it was inside, the one that took it out. What is said later of the container at an earlier time may change what
 * these met. A packing without effect is a stay of no length, for it may come to count.
 */
export interface Stay {
  readonly container: string;
  readonly since: Instant;
  readonly event: EventRef;
  readonly touchedAt: Instant | undefined;
  readonly until: Instant | undefined;
  readonly untilEvent: EventRef | undefined;
}

/** The stays after an event of the object’s own at `at`, which found it as `before` and left it as `after`. */
export function staysAfter(
  stays: readonly Stay[],
  before: PackState,
  after: PackState,
  { at, event }: { readonly at: Instant; readonly event: EventRef },
): readonly Stay[] {
  if (!before.inside && !after.inside) return stays;
  const stayed = before.inside?.event === after.inside?.event;
  const told = stays.map((stay): Stay => {
    if (stay.until !== undefined) return stay;
    const touchedAt = stay.touchedAt === undefined || at > stay.touchedAt ? at : stay.touchedAt;
    return stayed ? { ...stay, touchedAt } : { ...stay, touchedAt, until: at, untilEvent: event };
  });
  return stayed || !after.inside ? told : [...told, begun(after.inside)];
}

/** A packing that had no effect, as a stay. */
export const attempted = (container: string, at: Instant, event: EventRef): Stay => ({
  ...begun({ container, since: at, event }),
  until: at,
  untilEvent: event,
});

/** The stays of a history that was folded anew, with what its contents’ events had touched: those are no steps of the fold. */
export const stillTouched = (now: readonly Stay[], before: readonly Stay[]): readonly Stay[] =>
  now.map((stay) => {
    const touchedAt = before.find(({ event }) => event === stay.event)?.touchedAt;
    return touchedAt !== undefined && (stay.touchedAt === undefined || touchedAt > stay.touchedAt)
      ? { ...stay, touchedAt }
      : stay;
  });

const begun = ({ container, since, event }: NonNullable<PackState['inside']>): Stay => ({
  container,
  since,
  event,
  touchedAt: since,
  until: undefined,
  untilEvent: undefined,
});
