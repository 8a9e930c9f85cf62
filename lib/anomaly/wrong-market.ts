import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Instant } from '../kernel/instant.ts';
import { type LocalDate, localDateAt } from '../kernel/local-date.ts';
import { deedText } from './deed-text.ts';
import { findingsOf } from './draft.ts';
import type { DetectorFacts } from './facts.ts';
import type { Finding, FindingText } from './finding.ts';
import { momentText, type Names } from './names.ts';
import { type Presentation, presentationsOf } from './presentation.ts';
import { seenAt } from './seen-at.ts';
import type { Sighting } from './sighting.ts';
import { countryOf, isSameHouse } from './site.ts';

const DAY_MS = 86_400_000;
const COUNTERS: ReadonlySet<string> = new Set(['pharmacy', 'hospital', 'clinic']);

/**
 * Packs at a counter in a country for which the product is not made, with no leave to bring it there (D16). One finding for an event and
 * product, and one a day of what is shown or supplied pack by pack.
 */
export function wrongMarket(sighting: Sighting, facts: DetectorFacts): readonly Finding[] {
  if (!isAtCounter(sighting, facts)) return [];
  const packs = sighting.kind === 'event' ? sighting.packs : [sighting.pack];
  const party = sighting.kind === 'event' ? sighting.claim.reporter : sighting.organisation;
  const day = localDateAt(seenAt(sighting), 'UTC');
  const groups = presentationsOf(sighting, packs, (pack) => sgtinOf(pack)?.gtin);
  return groups.flatMap(([gtin, shown]) => {
    const country = countryOf(shown.site, facts);
    if (country === undefined || isSoldIn(gtin, country, facts)) return [];
    return isImported(gtin, { country, day, party, seen: seenAt(sighting) }, shown.packs[0], facts)
      ? []
      : marketFindings(gtin, country, shown, facts);
  });
}

function isAtCounter(sighting: Sighting, facts: DetectorFacts): boolean {
  if (sighting.kind === 'observation')
    return (
      COUNTERS.has(facts.party(sighting.organisation)?.role ?? '') &&
      sighting.reasons[0].code !== 'pack/unknown'
    );
  const { act, corrects, reporterRole } = sighting.claim;
  return corrects === undefined && (act === 'supply' || act === 'receive') && COUNTERS.has(reporterRole);
}

/** A product of which nobody has said where it is sold may be sold anywhere. What is withdrawn was sold: the counter says so itself. */
function isSoldIn(gtin: Gtin, country: string, facts: DetectorFacts): boolean {
  const markets = facts.product(gtin)?.markets ?? [];
  return markets.length === 0 || markets.some((market) => market.country === country);
}

/** By a leave in force, which the importer's customers share where the packs came by it. */
function isImported(
  gtin: Gtin,
  at: { readonly country: string; readonly day: LocalDate; readonly party: Gln; readonly seen: Instant },
  pack: string,
  facts: DetectorFacts,
): boolean {
  const reporters = facts.pack(pack)?.history.map(({ reporter }) => reporter) ?? [];
  return facts
    .imports(gtin)
    .some(
      ({ toMarket, from, to, knownAt, party }) =>
        toMarket === at.country &&
        (knownAt === undefined || knownAt <= at.seen) &&
        from <= at.day &&
        (to === undefined || at.day <= to) &&
        [at.party, ...reporters].some((gln) => isSameHouse(gln, party, facts)),
    );
}

const marketFindings = (
  gtin: Gtin,
  country: string,
  shown: Presentation,
  facts: DetectorFacts,
): readonly Finding[] =>
  findingsOf(
    {
      ...{ detector: 'D16', about: 'suspicion', realm: shown.realm, raisedAt: shown.at, settleMs: 0 },
      ...{ kind: 'case', severity: 4, packs: shown.packs, lots: [] },
      subject: gtin,
      evidence: [
        shown.site.party,
        shown.deed === 'receive' ? (shown.event ?? '') : `day ${Math.floor(shown.at / DAY_MS)}`,
      ],
      sites: [shown.site],
      events: shown.event === undefined ? [] : [shown.event],
      tell: textOf(gtin, country, shown, facts),
    },
    facts,
  );

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (code: string): string => COUNTRIES.of(code) ?? code;

const textOf =
  (gtin: Gtin, country: string, shown: Presentation, facts: DetectorFacts) =>
  (names: Names): FindingText => {
    const where = names.site(shown.site);
    const made = (facts.product(gtin)?.markets ?? []).map((market) => countryName(market.country));
    return {
      title: `${names.product(gtin)} of another market at ${where}`,
      observed: `${deedText(shown, names)} on ${momentText(shown.at)}. ${names.product(gtin)} is registered for ${made.join(', ')}, not for ${countryName(country)}.`,
      expected: 'A pack is sold where its product is registered, or under a leave to import it.',
      innocent: [
        {
          cause: 'A parallel import, or an import in a shortage',
          tested: 'No leave for this product, country and importer is on record for that day.',
        },
        {
          cause: 'The market is missing in the register',
          tested: `Ask ${names.holder(gtin)}, who keeps it there.`,
        },
      ],
      clears: 'The leave or the market is entered for that day.',
      action: `Ask ${where} from whom the packs came, and look for others of the same supplier.`,
    };
  };
