import { sha256 } from '#sha256';
import { counterText } from '../../custody/counter/counter-texts.ts';
import { glnUri, partyUri } from '../../gs1/digital-link.ts';
import { hexOf, utf8Of } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { instantText } from '../../kernel/instant.ts';
import type { Finding } from '../finding.ts';
import { PARAMETERS_HASH } from '../parameters.ts';
import { type Case, casesOf } from './cases.ts';
import type { ReplayFinding, ReplayStop } from './replay.ts';
import { eventIdOf } from './replay-recorder.ts';

/** The lines of the files that a replay writes (backtest.md, "Out"). */
export interface ReplayOutput {
  readonly findings: readonly Json[];
  readonly cases: readonly Json[];
  readonly summary: Json;
}

/** What `stops.ndjson` says of an answer. */
export const stopLine = ({ eventID, verdict, detectors }: ReplayStop): Json => ({
  eventID,
  verdict,
  detectors,
});

/** Writes what was found, sorted by (raisedAt, id). `stopped` are the answers that were not to supply. */
export function replayOutput(
  found: Iterable<ReplayFinding>,
  stopped: readonly Json[],
  counted: Readonly<Record<string, number>>,
): ReplayOutput {
  const all = [...found];
  const standing = all.filter(
    ({ finding, withdrawal }) => finding.kind === 'case' && !isUnseen(finding, withdrawal),
  );
  const cases = casesOf(standing.map(({ finding }) => finding));
  const caseIds = new Map(cases.flatMap(({ id, findings }) => findings.map((one) => [one.id, id] as const)));
  const lines = [...all.map((one) => findingLine(one, caseIds.get(one.finding.id))), ...stopped];
  return {
    findings: lines.sort(inOrder),
    cases: cases.map(caseLine),
    summary: summaryOf(lines, cases, counted),
  };
}

type Line = Readonly<Record<string, Json>>;

const inOrder = (a: Json, b: Json): number => {
  const [one, other] = [a as Line, b as Line];
  return (
    compared(String(one['raisedAt']), String(other['raisedAt'])) ||
    compared(String(one['id']), String(other['id']))
  );
};

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is withdrawn before anybody could see it makes no case. */
const isUnseen = (finding: Finding, withdrawal: ReplayFinding['withdrawal']): boolean =>
  withdrawal !== undefined && withdrawal.at < finding.visibleAt;

function findingLine({ finding, withdrawal }: ReplayFinding, caseId: string | undefined): Json {
  return {
    ...{ id: finding.id, detector: finding.detector, kind: finding.kind, severity: finding.severity },
    ...{ caseId: caseId ?? null, rank: finding.rank, epcs: finding.packs, lots: finding.lots },
    parties: finding.parties.map(partyUri),
    locations: finding.locations.map((gln) => glnUri(gln)),
    events: [...new Set([...finding.events, ...finding.observations].map(eventIdOf))],
    raisedAt: instantText(finding.raisedAt),
    visibleAt: instantText(finding.visibleAt),
    status: withdrawal ? 'withdrawn' : 'open',
    ...(withdrawal
      ? { clearedBy: withdrawal.clearedBy === undefined ? null : eventIdOf(withdrawal.clearedBy) }
      : {}),
    ...{ title: finding.title, observed: finding.observed, expected: finding.expected },
    innocentCauses: finding.innocent.map(({ cause, tested }) => `${cause}. ${tested}`),
    parameters: finding.parameters,
  };
}

/** The finding of an answer that was not to supply; none where it was. */
export function stopFindings(stop: ReplayStop): readonly Json[] {
  const { answer, observation } = stop.answer;
  const [reason] = answer.reasons;
  if (answer.verdict === 'supply') return [];
  const at = instantText(stop.at);
  const severity = Math.max(1, answer.severity);
  const named = `stop\n${observation.organisation}\n${stop.eventID}\n${observation.pack}`;
  const id = `f-${hexOf(sha256(utf8Of(named))).slice(0, 24)}`;
  return [
    {
      ...{
        id,
        detector: stop.detectors[0] ?? 'D01',
        kind: 'stop',
        severity,
        caseId: null,
        rank: severity / 5,
      },
      ...{ epcs: [observation.pack], lots: [], parties: [partyUri(observation.organisation)] },
      locations: observation.location === undefined ? [] : [glnUri(observation.location)],
      ...{ events: [stop.eventID], raisedAt: at, visibleAt: at, status: 'open' },
      observed: counterText(reason),
      ...{ expected: 'A pack that is to be supplied.', innocentCauses: [], parameters: PARAMETERS_HASH },
    },
  ];
}

const caseLine = (one: Case): Json => ({
  ...{ id: one.id, severity: one.severity, rank: one.rank },
  findings: one.findings.map(({ id }) => id),
  epcs: [...new Set(one.findings.flatMap(({ packs }) => packs))],
  lots: [...new Set(one.findings.flatMap(({ lots }) => lots))],
  parties: [...new Set(one.findings.flatMap(({ parties }) => parties))].map(partyUri),
  suspects: one.suspects.map(partyUri),
  openedAt: instantText(one.openedAt),
  title: one.title,
});

function summaryOf(
  lines: readonly Json[],
  cases: readonly Case[],
  counted: Readonly<Record<string, number>>,
): Json {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const { detector, kind, severity, status } = line as Line;
    const key = [detector, kind, severity, status].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    parameters: PARAMETERS_HASH,
    ...counted,
    cases: cases.length,
    findings: [...counts]
      .sort(([a], [b]) => compared(a, b))
      .map(([key, count]) => {
        const [detector = '', kind = '', severity, status = ''] = key.split(' ');
        return { detector, kind, severity: Number(severity), status, count };
      }),
  };
}
