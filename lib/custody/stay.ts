import type { Instant } from '../kernel/instant.ts';
import type { EventRef, PackState } from './pack-state.ts';

/**
 * How long an object was in a container, as the fold of its events has it: from the event that put it there until the one that shows
 * it outside. `touchedAt` is the latest time of an event of the object’s own while it was inside, the one that took it out included:
 * what is said later of the container at an earlier time may change what that event met.
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
  const last = before.inside ? stays.at(-1) : undefined;
  const touchedAt = last?.touchedAt === undefined || at > last.touchedAt ? at : last.touchedAt;
  const ended = stayed ? {} : { until: at, untilEvent: event };
  const known = last ? [...stays.slice(0, -1), { ...last, touchedAt, ...ended }] : stays;
  return stayed || !after.inside ? known : [...known, begun(after.inside)];
}

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
  touchedAt: undefined,
  until: undefined,
  untilEvent: undefined,
});
