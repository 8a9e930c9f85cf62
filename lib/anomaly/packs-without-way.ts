import type { Gln } from '../gs1/gln.ts';
import { recordedHolder } from './custody-trail.ts';
import type { DetectorFacts, PackRecord } from './facts.ts';
import { type Presentation, presentationsOf, speaksAgainst } from './presentation.ts';
import type { EventSighting } from './sighting.ts';

const NOT_HELD: ReadonlySet<string> = new Set(['pack/not-held']);

/** The active packs of an event that its reporter has no way to by any record (`hasWay`), with who has them by the record. */
export function packsWithoutWay(
  sighting: EventSighting,
  facts: DetectorFacts,
  hasWay: (record: PackRecord, reporter: Gln, facts: DetectorFacts) => boolean,
): readonly (readonly [Gln, Presentation])[] {
  const { reporter } = sighting.claim;
  return presentationsOf(sighting, speaksAgainst(sighting, NOT_HELD), (pack) => {
    const record = facts.pack(pack);
    if (record?.status !== 'active' || hasWay(record, reporter, facts)) return undefined;
    return recordedHolder(record);
  });
}
