import type { Gln } from '../gs1/gln.ts';
import { deedText } from './deed-text.ts';
import { findingsOf } from './draft.ts';
import { type Ended, endedBefore } from './ended.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { PARAMETERS } from './parameters.ts';
import { type Presentation, presentationsOf } from './presentation.ts';
import type { EventSighting } from './sighting.ts';
import { isSameHouse } from './site.ts';

const { graceMs, packsNoSlipExplains } = PARAMETERS.d11;

/** Packs that move although they had left circulation more than a day before, with how they had. */
export function movedAfterEnd(
  sighting: EventSighting,
  facts: DetectorFacts,
): readonly (readonly [Presentation, Ended])[] {
  const { claim } = sighting;
  if (claim.corrects !== undefined || (claim.act !== 'ship' && claim.act !== 'receive')) return [];
  const ended = endedBefore(sighting, facts);
  const lateEnough = (pack: string) => {
    const deed = ended.get(pack)?.deed;
    if (!deed || claim.claimedAt <= deed.at + graceMs) return undefined;
    // Who receives what the house itself has shipped is not to blame: the shipment was the finding.
    return claim.act === 'receive' && wasSentBy(deed.site.party, claim.reporter, pack, facts)
      ? undefined
      : deed.site.party;
  };
  return presentationsOf(sighting, [...ended.keys()], lateEnough).flatMap(([, shown]) => {
    const first = ended.get(shown.packs[0]);
    return first ? [[shown, first] as const] : [];
  });
}

function wasSentBy(from: Gln, to: Gln, pack: string, facts: DetectorFacts): boolean {
  const history = facts.pack(pack)?.history ?? [];
  return history.some(
    (said) => said.act === 'ship' && said.to === to && isSameHouse(said.reporter, from, facts),
  );
}

/** May a slip at the counter explain it? One or two packs of one's own may have been a neighbour of those supplied. */
export const mayBeSlip = (shown: Presentation, { sameHouse }: Ended): boolean =>
  sameHouse && shown.packs.length < packsNoSlipExplains;

/** The findings about packs that moved after their end: one for an event and who had ended them. */
export function movedFindings(
  [shown, ended]: readonly [Presentation, Ended],
  facts: DetectorFacts,
): readonly Finding[] {
  const { deed } = ended;
  if (!deed) return [];
  const slip = mayBeSlip(shown, ended);
  return findingsOf(
    {
      ...{ detector: 'D11', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs: 0 },
      ...{ kind: 'case', severity: slip ? 3 : 5, packs: shown.packs, lots: [] },
      subject: shown.event ?? '',
      evidence: [deed.site.party],
      sites: [deed.site, shown.site],
      events: [deed.event, ...(shown.event === undefined ? [] : [shown.event])],
      tell: textOf(shown, deed, slip),
    },
    facts,
  );
}

const textOf =
  (shown: Presentation, deed: NonNullable<Ended['deed']>, slip: boolean) =>
  (names: Names): FindingText => {
    const here = names.site(shown.site);
    const there = names.site(deed.site);
    return {
      title: `Packs that had left circulation move again at ${here}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. By the register ${shown.packs.length === 1 ? 'it' : 'the first of them'} had left circulation at ${there} on ${momentText(deed.at)}.`,
      expected:
        'A pack that was supplied, destroyed, exported or sampled is traded no more; it may only be returned.',
      innocent: [
        {
          cause: 'At the counter a neighbour of the pack was scanned',
          tested: slip
            ? 'Possible: it is the same house, and no more than two packs.'
            : 'Unlikely: it is another house, or more packs than a slip explains.',
        },
        { cause: 'The supply was taken back', tested: 'No undo had been recorded.' },
      ],
      clears: 'The first record is declared an error by the house that made it, and its stock bears it out.',
      action: `Consistent with buying back, or with a destruction that did not happen. Have the packs at ${here} kept and examined.`,
    };
  };
