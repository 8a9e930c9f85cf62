import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import type { Deed } from '../pack-state.ts';

/** All that whoever presents a matching pack may know of what another organisation did to it. */
export interface EarlierSupply {
  readonly date: LocalDate;
  /** ISO 3166-1 alpha-2; absent where the event names no place. */
  readonly country: string | undefined;
}

/**
 * custody.md 6: of an earlier supply elsewhere the date and the country, never the party, its location or its event
 * (whose leaf carries the party's pseudonym). The date is that of the asker's `timeZone`. A claimed time ahead of its
 * record time counts as its record time (custody.md 2).
 */
export function discloseEarlierSupply(deed: Deed, timeZone: string): EarlierSupply {
  const claimedAhead = deed.at > deed.recordedAt;
  return { date: localDateAt(claimedAhead ? deed.recordedAt : deed.at, timeZone), country: deed.country };
}
