import type { Claim } from '../custody/claim.ts';
import type { Gln } from '../gs1/gln.ts';
import { custodyCoverage } from './custody-coverage.ts';
import type { DetectorMemory, DueTimer } from './detector.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts, PackRecord } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { percent } from './percent.ts';
import { rememberedBy } from './remembered.ts';
import { isSameHouse, type Site } from './site.ts';

/** What is measured of how a receiver records what is shipped to it. */
export const receiverKey = (receiver: Gln): string => `d08/receiver/${receiver}`;

/** A shipment that has come due: what it said, and which of its packs are still on their way by it. */
export interface Overdue {
  readonly claim: Claim;
  readonly to: Gln;
  readonly packs: readonly string[];
}

/** The shipment of a timer; `undefined` where it has been taken back, or names no receiver. */
export function overdueOf(timer: DueTimer, facts: DetectorFacts): Overdue | undefined {
  const records = timer.packs.map((pack) => [pack, facts.pack(pack)] as const);
  const claim = records
    .flatMap(([, record]) => record?.history ?? [])
    .find(({ event, corrects }) => event === timer.event && corrects === undefined);
  if (claim?.to === undefined) return undefined;
  const packs = records.flatMap(([pack, record]) => {
    const place = record?.status === 'active' ? record.place : undefined;
    return place?.kind === 'transit' && place.to === claim.to && place.since === claim.foldedAt ? [pack] : [];
  });
  const rest =
    packs.length < records.length &&
    hasArrivedUnrecorded(
      records.map(([, record]) => record),
      claim.to,
      facts,
    );
  return { claim, to: claim.to, packs: rest ? [] : packs };
}

/** Of a consignment whose receiver has handled some packs without recording a receipt, the others have arrived too. */
function hasArrivedUnrecorded(
  records: readonly (PackRecord | undefined)[],
  to: Gln,
  facts: DetectorFacts,
): boolean {
  const said = records.flatMap((record) => record?.history ?? []);
  const byReceiver = said.filter(
    ({ reporter, corrects }) => corrects === undefined && isSameHouse(reporter, to, facts),
  );
  return byReceiver.length > 0 && byReceiver.every(({ act }) => act !== 'receive');
}

/** Counts a shipment to a receiver, and gives the share of those before that it has recorded. */
export function countShipmentTo(receiver: Gln, arrived: boolean, memory: DetectorMemory): number {
  const kept = rememberedBy(memory.get(receiverKey(receiver)));
  const before = { good: Number(kept.get('good') ?? 0), total: Number(kept.get('total') ?? 0) };
  memory.set(receiverKey(receiver), { good: before.good + (arrived ? 1 : 0), total: before.total + 1 });
  return custodyCoverage(before);
}

/** The item for both partners: one for a shipment; one a week for a receiver who records few of them. */
export function overdueFindings(
  timer: DueTimer,
  { claim, to, packs }: Overdue,
  coverage: { readonly share: number; readonly isPoor: boolean },
  facts: DetectorFacts,
): readonly Finding[] {
  const week = Math.floor(timer.dueAt / 604_800_000);
  const sites: readonly Site[] = [
    { party: claim.reporter, location: claim.location },
    { party: to, location: undefined },
  ];
  return findingsOf(
    {
      ...{ detector: 'D08', about: 'suspicion', realm: timer.realm, raisedAt: timer.dueAt, settleMs: 0 },
      ...{ kind: 'data-quality', severity: 2, packs, lots: [] },
      subject: coverage.isPoor ? to : timer.event,
      evidence: coverage.isPoor ? [`week ${week}`] : [],
      sites: coverage.isPoor ? sites.slice(1) : sites,
      events: [timer.event],
      tell: textOf({ claim, to, packs }, coverage.share),
    },
    facts,
  );
}

const textOf =
  ({ claim, to, packs }: Overdue, share: number) =>
  (names: Names): FindingText => {
    const from = names.site({ party: claim.reporter, location: claim.location });
    const receiver = names.site({ party: to, location: undefined });
    const many = `${packs.length} ${packs.length === 1 ? 'pack' : 'packs'}`;
    return {
      title: `A shipment of ${many} to ${receiver} was never received`,
      observed: `${many} left ${from} on ${momentText(claim.claimedAt)}; ${receiver} has neither received nor refused them. Of other shipments to it ${percent(share)} were recorded in time.`,
      expected: 'What is shipped is received, returned or taken back within ten days.',
      innocent: [
        {
          cause: 'The receiver does not record its receipts',
          tested:
            share < 0.9 ? 'Likely, by what was measured.' : 'Unlikely: it records nearly all of the others.',
        },
        { cause: 'The shipment never left', tested: 'The sender has not taken it back.' },
      ],
      clears: 'The receipt, the return or the taking back is recorded.',
      action: 'Look for the consignment together. If it is lost, report the packs stolen.',
    };
  };
