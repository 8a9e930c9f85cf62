import type { Claim } from '../../custody/claim.ts';
import type { PartyFacts } from '../../custody/party-facts.ts';
import { statementOf } from '../../custody/statement-of.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { EventToCheck } from '../../store/fsck/event-pages.ts';
import type { Register } from '../../store/fsck/register.ts';
import { instantOfDate } from '../../store/instant-of-date.ts';
import type { NamedEvent } from '../named-event.ts';
import { doubtAt, type FaultPlace, type FsckFault, faultAt } from './fsck-fault.ts';

/** What a claim takes from the register of its day: today's may differ. */
const OF_THE_DAY: ReadonlySet<string> = new Set([
  ...['reporterRole', 'reporterCountry', 'speaksFor', 'country', 'timeZone'],
]);

/** Members that follow from when the event was recorded. */
const CLOCK: ReadonlySet<string> = new Set(['recordedAt', 'foldedAt']);

/**
 * The claim against what the event says. What it took from the register when it was recorded is compared with the register of today, and
 * a difference there is a doubt. Two members are the log's own: `repeats` names an earlier event, `levels` how deep a packing was.
 */
export function claimFaults(
  row: EventToCheck,
  named: NamedEvent,
  register: Register,
  place: FaultPlace,
): readonly FsckFault[] {
  const kept = row.claim as unknown as { readonly [name: string]: Json };
  const told = said(row, named, register);
  const names = new Set([...Object.keys(kept), ...Object.keys(told)]);
  return [...names].flatMap((name) => {
    const isSame = canonicalJson(kept[name] ?? null) === canonicalJson(told[name] ?? null);
    if (isSame) return [];
    return OF_THE_DAY.has(name)
      ? [doubtAt(place, 'claim-register', `claim.${name}`, 'is not what the register says today')]
      : [
          faultAt(
            place,
            'claim',
            CLOCK.has(name) ? `record_time or claim.${name}` : `claim.${name}`,
            'is not what the event says',
          ),
        ];
  });
}

/** The claim made anew, as JSON has it. */
function said(
  { claim, id, realm, reporter, record_time, original_record_time }: EventToCheck,
  named: NamedEvent,
  { parties, locations }: Register,
): { readonly [name: string]: Json } {
  const recordedAt = instantOfDate(original_record_time ?? record_time);
  const { corrects, correctives, lifts } = named.references;
  const {
    packs: _packs,
    containers: _containers,
    lots: _lots,
    others: _others,
    ...made
  } = statementOf(named.event, {
    ...{ event: id, reporter: parties.get(reporter) ?? unregistered(claim), recordedAt },
    principals: claim.speaksFor.slice(1).flatMap(({ gln }) => parties.get(gln) ?? []),
    ...{ sandbox: realm !== 0, sessionLocation: claim.location, locations, corrects, correctives, lifts },
    ...{ levels: claim.levels ?? 0, repeats: claim.repeats },
  });
  return JSON.parse(JSON.stringify(made));
}

/** An organisation that is not registered any more. */
const unregistered = ({
  reporter: gln,
  reporterCountry: country,
  reporterRole: role,
}: Claim): PartyFacts => ({
  ...{ gln, role, country, name: '', ownerGroup: undefined, agents: [], companyPrefixes: [] },
});
