import { type Instant, parseInstant } from '../kernel/instant.ts';
import { wilson } from './wilson.ts';

/** What a backtest found, as far as it is scored. */
export interface ScoredFinding {
  readonly id: string;
  readonly detector: string;
  readonly kind: 'stop' | 'data-quality' | 'case';
  readonly severity: number;
  readonly caseId: string | null;
  readonly epcs: readonly string[];
  readonly parties: readonly string[];
  readonly raisedAt: string;
  readonly visibleAt: string;
  readonly status: 'open' | 'withdrawn';
}

/** A campaign as its label tells it. */
export interface ScoredCampaign {
  readonly id: string;
  readonly type: string;
  readonly skill: string;
  readonly variant: string;
  readonly parties: readonly string[];
  readonly epcs: readonly string[];
  readonly startedAt: string | null;
  /** The earliest moment at which anybody could tell; null where nobody ever could. */
  readonly provableAt: string | null;
}

/** What was tried, and what came of it. */
export interface ScoreInput {
  /** Of findings.ndjson, all kinds. */
  readonly findings: readonly ScoredFinding[];
  readonly campaigns: readonly ScoredCampaign[];
  /** Lines that supplied a pack. */
  readonly dispensed: number;
}

/** Found of how many that could be, with the bounds of Wilson's interval at 95 %. */
export interface Recall {
  readonly found: number;
  readonly of: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  /** From the first event to a case that somebody sees, in hours; undetected counts as infinite: null. */
  readonly medianHours: number | null;
}

/** The figures of detectors.md 3.6. */
export interface Score {
  readonly dispensed: number;
  readonly falsePer10k: { readonly atLeast3: number; readonly atLeast4: number; readonly critical: number };
  readonly dataQualityPer10k: number;
  readonly falseStopsPer10k: number;
  readonly packsStopped: number;
  readonly byType: Readonly<Record<string, Recall>>;
}

/** Compliance is counted apart: it would swamp suspicion. */
const COMPLIANCE: ReadonlySet<string> = new Set(['D12', 'D13']);

/** Scores what was found. A finding on the genuine pack of a cloned pair counts as true (3.6). */
export function score({ findings, campaigns, dispensed }: ScoreInput): Score {
  const attacked = new Set(campaigns.flatMap(({ epcs }) => epcs));
  const isTrue = ({ epcs }: ScoredFinding) => epcs.some((epc) => attacked.has(epc));
  const open = findings.filter(({ status, detector }) => status === 'open' && !COMPLIANCE.has(detector));
  const cases = open.filter(({ kind }) => kind === 'case');
  const stops = open.filter(({ kind }) => kind === 'stop');
  const per10k = (count: number) => Number(((count / Math.max(1, dispensed)) * 10_000).toFixed(3));
  return {
    dispensed,
    falsePer10k: {
      atLeast3: per10k(falseCases(cases, isTrue, 3)),
      atLeast4: per10k(falseCases(cases, isTrue, 4)),
      critical: per10k(falseCases(cases, isTrue, 5)),
    },
    dataQualityPer10k: per10k(open.filter(({ kind }) => kind === 'data-quality').length),
    falseStopsPer10k: per10k(stops.filter((one) => !isTrue(one)).length),
    packsStopped: new Set(stops.filter(isTrue).flatMap(({ epcs }) => epcs)).size,
    byType: recallByType(cases, campaigns),
  };
}

/** Cases of at least a severity in which no pack was attacked. */
function falseCases(
  findings: readonly ScoredFinding[],
  isTrue: (one: ScoredFinding) => boolean,
  severity: number,
): number {
  const cases = new Map<string, { worst: number; isTrue: boolean }>();
  for (const finding of findings) {
    const id = finding.caseId ?? finding.id;
    const known = cases.get(id) ?? { worst: 0, isTrue: false };
    cases.set(id, {
      worst: Math.max(known.worst, finding.severity),
      isTrue: known.isTrue || isTrue(finding),
    });
  }
  return [...cases.values()].filter((one) => !one.isTrue && one.worst >= severity).length;
}

function recallByType(
  cases: readonly ScoredFinding[],
  campaigns: readonly ScoredCampaign[],
): Readonly<Record<string, Recall>> {
  const about = new Map<string, ScoredFinding[]>();
  for (const finding of cases) for (const epc of finding.epcs) listed(about, epc).push(finding);
  const types = [...new Set(campaigns.map(({ type }) => type))].sort(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
  );
  return Object.fromEntries(
    types.map((type) => {
      const provable = campaigns.filter((one) => one.type === type && one.provableAt !== null);
      return [type, recallOf(provable.map((campaign) => hoursToCase(campaign, about)))];
    }),
  );
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/**
 * Hours from the first event of a campaign to the first case about one of its packs; infinite where there is none. What was raised before
 * the campaign began is about something else.
 */
function hoursToCase(
  { epcs, startedAt }: ScoredCampaign,
  about: ReadonlyMap<string, readonly ScoredFinding[]>,
): number {
  if (startedAt === null) return Number.POSITIVE_INFINITY;
  const start = timeOf(startedAt);
  const since = epcs
    .flatMap((epc) => about.get(epc) ?? [])
    .filter(({ raisedAt }) => timeOf(raisedAt) >= start);
  return Math.min(...since.map(({ visibleAt }) => (timeOf(visibleAt) - start) / 3_600_000));
}

function recallOf(hours: readonly number[]): Recall {
  const found = hours.filter(Number.isFinite).length;
  const { lower, upper } = wilson(found, hours.length);
  const median = hours.toSorted((a, b) => a - b)[Math.floor(hours.length / 2)];
  return {
    ...{ found, of: hours.length, share: hours.length === 0 ? 0 : found / hours.length, lower, upper },
    medianHours: median === undefined || !Number.isFinite(median) ? null : Number(median.toFixed(1)),
  };
}

function timeOf(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`no time: ${text}`);
  return parsed.value;
}
