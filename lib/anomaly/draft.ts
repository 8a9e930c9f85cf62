import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingSeverity, FindingText } from './finding.ts';
import { findingIdOf } from './finding-id.ts';
import { type Names, namesFor } from './names.ts';
import { PARAMETERS_HASH } from './parameters.ts';
import { countryOf, type Site } from './site.ts';

/** What a detector writes; the findings follow from it. */
export interface FindingDraft {
  readonly detector: string;
  readonly about: 'suspicion' | 'compliance';
  readonly realm: number;
  readonly kind: Finding['kind'];
  readonly severity: FindingSeverity;
  /** What it is about, with the detector the first half of its identity. */
  readonly subject: string;
  /** The second half: what it rests on. */
  readonly evidence: readonly string[];
  readonly settleMs: number;
  readonly raisedAt: Instant;
  readonly packs: readonly string[];
  readonly lots: readonly string[];
  readonly sites: readonly Site[];
  readonly events: readonly EventRef[];
  tell(names: Names): FindingText;
}

/**
 * Completes a draft. A data-quality item is one finding for the parties named. A case is one for each country that it touches, in
 * which sites abroad are countries only: a regulator sees no more of them (custody.md 6). Severity 5 is never delayed (2.0).
 */
export function findingsOf(draft: FindingDraft, facts: DetectorFacts): readonly Finding[] {
  const countries = [...new Set(draft.sites.flatMap((site) => countryOf(site, facts) ?? []))].sort();
  if (draft.kind === 'data-quality') {
    return [
      findingFor(draft, 'parties', { sites: draft.sites, countries, names: namesFor(facts, undefined) }),
    ];
  }
  return countries.map((country) => {
    const sites = draft.sites.filter((site) => countryOf(site, facts) === country);
    return findingFor(draft, country, { sites, countries: [country], names: namesFor(facts, country) });
  });
}

interface Audience {
  readonly sites: readonly Site[];
  readonly countries: readonly string[];
  readonly names: Names;
}

function findingFor(draft: FindingDraft, audience: string, { sites, countries, names }: Audience): Finding {
  const { detector, realm, kind, severity, subject, evidence, raisedAt, packs, lots, events } = draft;
  return {
    ...{ detector, realm, kind, severity, raisedAt, packs, lots, countries },
    ...sentences(draft.tell(names)),
    id: findingIdOf({ detector, realm, subject, evidence, audience }),
    parties: glns(sites.map(({ party }) => party)),
    locations: glns(sites.map(({ location }) => location)),
    events: [...new Set(events)],
    observations: sites.flatMap(({ observation }) => observation ?? []),
    visibleAt: severity === 5 ? raisedAt : later(raisedAt, draft.settleMs),
    rank: (severity / 5) * (draft.about === 'suspicion' ? 1 : 0.5),
    parameters: PARAMETERS_HASH,
  };
}

/** A text may begin with what stands for a name, such as "an organisation in France". */
const sentences = (text: FindingText): FindingText => ({
  ...text,
  title: capitalised(text.title),
  observed: capitalised(text.observed),
  action: capitalised(text.action),
});

/** Names of organisations stay as they are written, small letters too. */
const capitalised = (text: string): string => text.replace(/^an? /, (article) => `A${article.slice(1)}`);

const glns = (named: readonly (Gln | undefined)[]): readonly Gln[] => [
  ...new Set(named.filter((gln) => gln !== undefined)),
];

function later(instant: Instant, byMs: number): Instant {
  const moved = instantOf(instant + byMs);
  return moved.ok ? moved.value : instant;
}
