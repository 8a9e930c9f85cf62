import type { OrganisationRole } from '../../custody/org-scope.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Licence } from '../../store/licences.ts';
import type { LocationRow } from '../../store/locations.ts';
import { demoGln } from './demo-identifiers.ts';

/** A place of the demo world, with whose it is and when it is open. */
export interface DemoSite extends Omit<LocationRow, 'latitude' | 'longitude'> {
  readonly latitude: number;
  readonly longitude: number;
  /** Minutes after midnight, local time. */
  readonly opens: number;
  readonly closes: number;
  /** 0 is Sunday. */
  readonly closedOn: readonly number[];
}

/** An organisation of the demo world; its first site is the one its user and its key are bound to. */
export interface DemoOrganisation {
  readonly gln: Gln;
  readonly name: string;
  readonly role: OrganisationRole;
  /** Names its user and its key in demo.json: the role, where it is the first of it. */
  readonly account: string;
  readonly country: string;
  readonly sandbox: boolean;
  readonly prefixes: readonly string[];
  readonly licences: readonly Pick<Licence, 'activity' | 'market'>[];
  readonly sites: readonly [DemoSite, ...DemoSite[]];
}

type OwnSite = Omit<DemoSite, 'gln' | 'organisation'>;

/** What is said of an organisation where it is made. */
type Described = Pick<DemoOrganisation, 'name' | 'role' | 'country'> &
  Partial<Pick<DemoOrganisation, 'account' | 'sandbox' | 'prefixes' | 'licences'>> & {
    readonly sites: readonly [OwnSite, ...OwnSite[]];
  };

/** Organisations are numbered by tens, their sites by the numbers that follow. */
export function demoOrganisation(number: number, { sites, ...described }: Described): DemoOrganisation {
  const gln = demoGln(number);
  const [first, ...more] = sites;
  const placed = (site: OwnSite, index: number): DemoSite => ({
    ...site,
    gln: demoGln(number + 1 + index),
    organisation: gln,
  });
  return {
    ...{ account: described.role, sandbox: false, prefixes: [], licences: [] },
    ...described,
    gln,
    sites: [placed(first, 0), ...more.map((site, index) => placed(site, index + 1))],
  };
}
