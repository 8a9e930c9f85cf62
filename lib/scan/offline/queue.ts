import { isSameOwner, type QueuedScan, type QueueOwner, type ReplayOutcome } from './queued-scan.ts';

/** The queue of a device, in the order in which things were done. */
export type Queue = readonly QueuedScan[];

/** Keeps a scan. The same request again changes nothing: it is one deed. */
export const withScan = (queue: Queue, scan: QueuedScan): Queue =>
  queue.some(({ id }) => id === scan.id) ? queue : [...queue, scan].toSorted(byTime);

/** By what the clocks said; of one moment in the order of their keeping. */
const byTime = (a: QueuedScan, b: QueuedScan): number => Date.parse(a.at) - Date.parse(b.at);

/**
 * Takes a deed back that has certainly not left the device: it is as if it had not been. `undefined` where it may have arrived, so that the
 * taking back must be sent after it.
 */
export function withoutUnsent(queue: Queue, id: string): Queue | undefined {
  const scan = queue.find((each) => each.id === id);
  const isUnsent = scan?.state.is === 'waiting' && !scan.mayHaveArrived;
  return isUnsent ? queue.filter((each) => each !== scan) : undefined;
}

/** One sending of several scans, under an id of its own. */
export interface Delivery {
  readonly id: string;
  readonly scans: readonly QueuedScan[];
}

/**
 * What is to be sent now for `owner`: the delivery that was begun and not answered, as it was, else the oldest waiting scans, `most` at most, which
 * become a delivery named `freshId`. The queue that comes with it must be kept before anything is sent, so that a crash in between sends the
 * same again. `undefined` where nothing waits.
 */
export function nextDelivery(
  queue: Queue,
  owner: QueueOwner,
  { freshId, most }: { readonly freshId: string; readonly most: number },
): { readonly queue: Queue; readonly delivery: Delivery } | undefined {
  const own = queue.filter((scan) => isSameOwner(scan.owner, owner));
  const begun = own.flatMap(({ state }) => (state.is === 'sending' ? [state.delivery] : []))[0];
  const id = begun ?? freshId;
  const waiting = own.filter(({ state }) => state.is === 'waiting').slice(0, most);
  const sending: Queue =
    begun === undefined
      ? waiting.map((scan) => ({ ...scan, state: { is: 'sending', delivery: id } }))
      : own.filter((scan) => isIn(scan, id));
  if (sending.length === 0) return undefined;
  const changed = new Map(sending.map((scan) => [scan.id, scan]));
  return { queue: queue.map((scan) => changed.get(scan.id) ?? scan), delivery: { id, scans: sending } };
}

const isIn = ({ state }: QueuedScan, delivery: string): boolean =>
  state.is === 'sending' && state.delivery === delivery;

/**
 * The queue once a delivery was answered, line by line, by request id. A line without an answer waits again, for it is not known to be
 * recorded; an answer to what is not in this delivery changes nothing.
 */
export function withAnswers(
  queue: Queue,
  delivery: string,
  answers: ReadonlyMap<string, ReplayOutcome>,
): Queue {
  return queue.map((scan) => {
    if (!isIn(scan, delivery)) return scan;
    const outcome = answers.get(scan.id);
    if (!outcome) return { ...scan, mayHaveArrived: true, state: { is: 'waiting' } };
    return {
      ...scan,
      state:
        isConflict(scan, outcome) && !isFollowed(queue, scan)
          ? { is: 'conflict', outcome, seen: false }
          : { is: 'settled', outcome },
    };
  });
}

/** Whether a look at a pack was followed by a deed: then the deed is what a person must see, not the look as well. */
const isFollowed = (queue: Queue, { wanted, pack, at }: QueuedScan): boolean =>
  wanted === 'verify' &&
  queue.some(
    (other) =>
      other.wanted !== 'verify' &&
      other.pack.gtin === pack.gtin &&
      other.pack.serial === pack.serial &&
      Date.parse(other.at) >= Date.parse(at),
  );

/**
 * Whether what the register says of a deed differs from what was done. A verification that was answered by the device with "no objection", or left open,
 * conflicts where the register speaks against the pack; everything else conflicts where it had no effect.
 */
function isConflict({ wanted, decided }: QueuedScan, { effect, reasons }: ReplayOutcome): boolean {
  if (effect === 'refused') return true;
  if (effect === 'applied') return false;
  // To be right to suspect a pack is no conflict.
  if (wanted === 'verify') return decided?.code === 'offline/no-objection' && reasons.length > 0;
  return true;
}

/** A delivery that could not be sent at all waits again; `mayHaveArrived` where it may have been. Its id is given up: lines keep theirs. */
export const withDeliveryGivenUp = (queue: Queue, delivery: string): Queue =>
  withAnswers(queue, delivery, new Map());

/** A person has seen a conflict. */
export const withSeen = (queue: Queue, id: string): Queue =>
  queue.map((scan) =>
    scan.id === id && scan.state.is === 'conflict' ? { ...scan, state: { ...scan.state, seen: true } } : scan,
  );

/** Settled scans and conflicts that were seen are kept for so long, for the list of the session. */
const KEPT_MS = 86_400_000;

/** The queue without what is over and was done more than a day before `nowMs`. What waits is kept for ever. */
export const withoutOld = (queue: Queue, nowMs: number): Queue =>
  queue.filter(({ state, at }) => !isOver(state) || nowMs - Date.parse(at) <= KEPT_MS);

const isOver = (state: QueuedScan['state']): boolean =>
  state.is === 'settled' || (state.is === 'conflict' && state.seen);

/** How many scans of `owner` wait, how many of others do, and the conflicts that nobody has seen. */
export function queueSummary(
  queue: Queue,
  owner: QueueOwner,
): {
  readonly waiting: number;
  readonly ofOthers: number;
  readonly conflicts: readonly QueuedScan[];
} {
  const open = queue.filter(({ state }) => state.is === 'waiting' || state.is === 'sending');
  const own = open.filter((scan) => isSameOwner(scan.owner, owner));
  const conflicts = queue.filter(
    (scan) => isSameOwner(scan.owner, owner) && scan.state.is === 'conflict' && !scan.state.seen,
  );
  return { waiting: own.length, ofOthers: open.length - own.length, conflicts };
}
