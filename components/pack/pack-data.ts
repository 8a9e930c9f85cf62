import type { EventRow, OpeningRow } from '../../lib/queries/event-row.ts';
import type { PackScreenRow } from '../../lib/queries/pack-screen.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** What the reader may know of a place; anything withheld is `null`. */
export type EventPlace = NonNullable<EventRow['where']>;

/** One event of a story. Its id is the ledger's event id, 32 lower-case hex digits: the name of its receipt. */
export type PackEventData = EventRow;

/** The commitments to an event's fields, and the salts of those that may be shown, in lower-case hex. */
export type EventOpening = OpeningRow;

/** What the page of one pack shows its reader, and no more; events oldest first. */
export type PackScreenData = PackScreenRow;

/** Asks the server to erase fields of an event. */
export type EraseFields = (
  event: string,
  fields: readonly string[],
) => Promise<ActionAnswer<{ readonly fields: readonly string[] }>>;

export interface PackScreenProps {
  readonly pack: PackScreenData;
  /** Why a regulator opened the pack's path. */
  readonly reason?: string | undefined;
  /** Erases fields of an event of one's own organisation, for good. */
  readonly erase?: EraseFields;
  /** The folder the public log is served from, `/log` unless it lives elsewhere. */
  readonly logPath?: string;
}
