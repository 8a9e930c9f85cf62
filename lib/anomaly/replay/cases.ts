import type { Gln } from '../../gs1/gln.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Finding } from '../finding.ts';
import { PARAMETERS } from '../parameters.ts';

/** Findings that tell of one thing (detectors.md 2.5). */
export interface Case {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly rank: number;
  /** The oldest first. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Who is most likely responsible, the likeliest first. */
  readonly suspects: readonly Gln[];
  readonly openedAt: Instant;
  readonly title: string;
}

/** Detectors whose findings name the one who acted: its further findings of a fortnight belong together. */
const NAMES_THE_ACTOR: ReadonlySet<string> = new Set(['D06', 'D07', 'D11', 'D14', 'D15', 'D16']);

/** Groups the findings for regulators: those that share a pack or an event, or soon after each other an organisation that acted. */
export function casesOf(found: Iterable<Finding>): readonly Case[] {
  const findings = [...found].sort((a, b) => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1));
  const groups = new Groups();
  const latest = new Map<string, Finding>();
  for (const finding of findings) {
    groups.add(finding.id);
    for (const { key, withinMs } of linksOf(finding)) {
      const before = latest.get(key);
      if (before && finding.raisedAt - before.raisedAt <= withinMs) groups.join(before.id, finding.id);
      latest.set(key, finding);
    }
  }
  const cases = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const root = groups.rootOf(finding.id);
    const members = cases.get(root);
    if (members) members.push(finding);
    else cases.set(root, [finding]);
  }
  return [...cases.values()].map(caseOf);
}

interface Link {
  readonly key: string;
  readonly withinMs: number;
}

function linksOf(finding: Finding): readonly Link[] {
  const { sameMs, actorMs } = PARAMETERS.cases;
  const actor = actorOf(finding);
  return [
    ...[...finding.packs, ...finding.events].map((key) => ({ key, withinMs: Number.POSITIVE_INFINITY })),
    ...finding.lots.map((lot) => ({ key: `${finding.detector} ${actor} ${lot}`, withinMs: sameMs })),
    ...(NAMES_THE_ACTOR.has(finding.detector) ? [{ key: `actor ${actor}`, withinMs: actorMs }] : []),
  ];
}

/** Who did what a finding is about: the texts and the sites of a finding name them last. */
const actorOf = ({ parties }: Finding): Gln | undefined => parties.at(-1);

function caseOf(findings: [Finding, ...Finding[]]): Case {
  const [first] = findings;
  const worst = findings.reduce((one, other) => (other.severity > one.severity ? other : one));
  const rank = Math.max(...findings.map((one) => one.rank));
  return {
    id: `c-${first.id.slice(2)}`,
    severity: worst.severity,
    // Several detectors that agree count more than one; many findings of one kind hardly.
    rank: Math.min(1, rank * 0.9 + 0.02 * new Set(findings.map(({ detector }) => detector)).size),
    findings,
    suspects: suspectsOf(findings),
    openedAt: first.raisedAt,
    title: worst.title,
  };
}

function suspectsOf(findings: readonly Finding[]): readonly Gln[] {
  const weights = new Map<Gln, number>();
  for (const finding of findings) {
    const actor = actorOf(finding);
    for (const party of finding.parties)
      weights.set(party, (weights.get(party) ?? 0) + finding.severity * (party === actor ? 1 : 0.4));
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([party]) => party);
}

/** Union-find. */
class Groups {
  readonly #above = new Map<string, string>();

  add(id: string): void {
    this.#above.set(id, id);
  }

  rootOf(id: string): string {
    let root = id;
    for (
      let above = this.#above.get(root);
      above !== undefined && above !== root;
      above = this.#above.get(root)
    )
      root = above;
    this.#above.set(id, root);
    return root;
  }

  join(a: string, b: string): void {
    this.#above.set(this.rootOf(b), this.rootOf(a));
  }
}
