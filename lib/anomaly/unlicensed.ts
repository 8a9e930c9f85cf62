import type { Act } from '../custody/claim.ts';
import type { OrganisationRole } from '../custody/org-scope.ts';
import { type LocalDate, localDateAt } from '../kernel/local-date.ts';
import type { LicenceRecord, PartyRecord, Period } from './facts.ts';
import { PARAMETERS } from './parameters.ts';
import type { EventSighting } from './sighting.ts';

/** Why an organisation might not do what it did. */
export type Ground =
  | { readonly kind: 'suspended'; readonly since: LocalDate }
  | { readonly kind: 'none'; readonly activity: Activity }
  | {
      readonly kind: 'ended';
      readonly activity: Activity;
      readonly on: LocalDate;
      readonly recently: boolean;
    }
  | { readonly kind: 'elsewhere'; readonly activity: Activity };

type Activity = LicenceRecord['activity'];

/** Which licences cover an act, by role: any one of them suffices. */
function activitiesFor(act: Act, role: OrganisationRole): readonly [Activity, ...Activity[]] | undefined {
  const isCounter = role === 'pharmacy' || role === 'hospital' || role === 'clinic';
  if (role === 'regulator' || role === 'auditor') return undefined;
  if (act === 'commission') return ['manufacture', 'import'];
  if (act === 'supply') return ['dispense'];
  if (act !== 'ship' && act !== 'receive') return undefined;
  if (isCounter) return ['dispense', 'wholesale'];
  return role === 'wholesaler' ? ['wholesale', 'import'] : ['wholesale', 'manufacture', 'import'];
}

/**
 * What stands against a step by the register, as it was known when the step was recorded and for the day it names; `undefined`
 * where nothing does. A logistics firm works under the licence of whom it acts for.
 */
export function groundAgainst({ claim }: EventSighting, party: PartyRecord | undefined): Ground | undefined {
  const activities = activitiesFor(claim.act, claim.reporterRole);
  if (!party || !activities || claim.corrects !== undefined || claim.sandbox) return undefined;
  const day = localDateAt(claim.foldedAt, claim.timeZone);
  const isKnown = ({ knownAt }: Period) => knownAt === undefined || knownAt <= claim.recordedAt;
  const suspended = party.suspensions.find((one) => isKnown(one) && covers(one, day));
  if (suspended) return { kind: 'suspended', since: suspended.from };
  if (party.licences === undefined || isAgent(claim.reporterRole)) return undefined;
  const [activity] = activities;
  const held = party.licences.filter((one) => activities.includes(one.activity) && isKnown(one));
  const valid = held.filter((one) => covers(one, day));
  if (valid.some(({ market }) => isIn(claim.country, market))) return undefined;
  if (valid.length > 0) return { kind: 'elsewhere', activity };
  const on = held
    .flatMap(({ to }) => (to !== undefined && to < day ? [to] : []))
    .sort()
    .at(-1);
  if (on === undefined) return { kind: 'none', activity };
  const recently = Date.parse(day) - Date.parse(on) <= PARAMETERS.d15.renewalMs;
  return { kind: 'ended', activity, on, recently };
}

const isAgent = (role: OrganisationRole): boolean => role === 'logistics';

const covers = ({ from, to }: Period, day: LocalDate): boolean =>
  from <= day && (to === undefined || day <= to);

/** Member states of the European Union, and those of the European Economic Area that share its medicines law. */
const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

const isIn = (country: string, market: string): boolean =>
  market === country || (market === 'EU' && EU.has(country));
