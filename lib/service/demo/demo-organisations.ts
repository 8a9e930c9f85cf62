import type { OrganisationRole } from '../../custody/org-scope.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Licence } from '../../store/licences.ts';
import type { LocationRow } from '../../store/locations.ts';
import { DEMO_PREFIXES, demoGln } from './demo-identifiers.ts';

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
  readonly country: string;
  readonly sandbox: boolean;
  readonly prefixes: readonly string[];
  readonly licences: readonly Pick<Licence, 'activity' | 'market'>[];
  readonly sites: readonly [DemoSite, ...DemoSite[]];
}

const HOUR = 60;
const OFFICE = { opens: 8 * HOUR, closes: 17 * HOUR, closedOn: [0, 6] } as const;
const COUNTER = { opens: 8 * HOUR, closes: 18 * HOUR + 30, closedOn: [0] } as const;
const GERMANY = { country: 'DE', timeZone: 'Europe/Berlin' } as const;
const FRANCE = { country: 'FR', timeZone: 'Europe/Paris' } as const;

type OwnSite = Omit<DemoSite, 'gln' | 'organisation'>;
type Described = Omit<DemoOrganisation, 'gln' | 'sites'> & {
  readonly sites: readonly [OwnSite, ...OwnSite[]];
};

/** Organisations are numbered by tens, their sites by the numbers that follow. */
function organisation(number: number, { sites, ...described }: Described): DemoOrganisation {
  const gln = demoGln(number);
  const [first, ...more] = sites;
  const placed = (site: OwnSite, index: number): DemoSite => ({
    ...site,
    gln: demoGln(number + 1 + index),
    organisation: gln,
  });
  return {
    ...described,
    gln,
    sites: [placed(first, 0), ...more.map((site, index) => placed(site, index + 1))],
  };
}

export const MANUFACTURER = organisation(10, {
  name: 'Beispiel Arzneimittelwerke',
  role: 'manufacturer',
  country: 'DE',
  sandbox: false,
  prefixes: [DEMO_PREFIXES.first, DEMO_PREFIXES.second],
  licences: [{ activity: 'manufacture', market: 'EU' }],
  sites: [
    {
      name: 'Werk Leipzig',
      kind: 'plant',
      city: 'Leipzig',
      latitude: 51.34,
      longitude: 12.37,
      ...GERMANY,
      ...OFFICE,
    },
  ],
});

/** Makes the second batch of every product, as the manufacturer's agent. */
export const CONTRACT_MANUFACTURER = organisation(20, {
  name: 'Exemple Façonnage',
  role: 'contract-manufacturer',
  country: 'FR',
  sandbox: false,
  prefixes: [],
  licences: [{ activity: 'manufacture', market: 'EU' }],
  sites: [
    {
      name: 'Site de Lyon',
      kind: 'plant',
      city: 'Lyon',
      latitude: 45.76,
      longitude: 4.84,
      ...FRANCE,
      ...OFFICE,
    },
  ],
});

const WHOLESALER = organisation(30, {
  name: 'Muster Pharmagroßhandel',
  role: 'wholesaler',
  country: 'DE',
  sandbox: false,
  prefixes: [],
  licences: [
    { activity: 'wholesale', market: 'DE' },
    { activity: 'wholesale', market: 'FR' },
  ],
  sites: [
    {
      name: 'Lager Köln',
      kind: 'warehouse',
      city: 'Köln',
      latitude: 50.94,
      longitude: 6.96,
      ...GERMANY,
      ...OFFICE,
      opens: 5 * HOUR,
      closes: 21 * HOUR,
    },
  ],
});

export const PHARMACY = organisation(40, {
  name: 'Muster-Apotheke',
  role: 'pharmacy',
  country: 'DE',
  sandbox: false,
  prefixes: [],
  licences: [{ activity: 'dispense', market: 'DE' }],
  sites: [
    {
      name: 'Apotheke am Markt',
      kind: 'pharmacy',
      city: 'Hamburg',
      latitude: 53.55,
      longitude: 9.99,
      ...GERMANY,
      ...COUNTER,
    },
    {
      name: 'Filiale am Hafen',
      kind: 'pharmacy',
      city: 'Hamburg',
      latitude: 53.54,
      longitude: 9.97,
      ...GERMANY,
      ...COUNTER,
    },
  ],
});

export const HOSPITAL = organisation(50, {
  name: 'Hôpital Exemple',
  role: 'hospital',
  country: 'FR',
  sandbox: false,
  prefixes: [],
  licences: [{ activity: 'dispense', market: 'FR' }],
  sites: [
    {
      name: 'Pharmacie à usage intérieur',
      kind: 'hospital',
      city: 'Strasbourg',
      latitude: 48.58,
      longitude: 7.75,
      ...FRANCE,
      opens: 7 * HOUR,
      closes: 19 * HOUR,
      closedOn: [],
    },
  ],
});

export const REGULATOR = organisation(60, {
  name: 'Beispielamt für Arzneimittel',
  role: 'regulator',
  country: 'DE',
  sandbox: false,
  prefixes: [],
  licences: [],
  sites: [
    {
      name: 'Dienststelle Bonn',
      kind: 'office',
      city: 'Bonn',
      latitude: 50.73,
      longitude: 7.1,
      ...GERMANY,
      ...OFFICE,
    },
  ],
});

/** A tenant of its own for published example documents: it may report about any party and any product. */
export const CONFORMANCE = organisation(90, {
  name: 'Conformance sandbox',
  role: 'manufacturer',
  country: 'DE',
  sandbox: true,
  prefixes: [],
  licences: [],
  sites: [
    {
      name: 'Test bench',
      kind: 'office',
      city: 'Bonn',
      latitude: 50.73,
      longitude: 7.1,
      ...GERMANY,
      ...OFFICE,
    },
  ],
});

/** The six organisations whose packs make up the demo world. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  MANUFACTURER,
  CONTRACT_MANUFACTURER,
  WHOLESALER,
  PHARMACY,
  HOSPITAL,
  REGULATOR,
];

/** The sites between which the packs move. */
export const SITES = {
  plant: MANUFACTURER.sites[0],
  contractPlant: CONTRACT_MANUFACTURER.sites[0],
  warehouse: WHOLESALER.sites[0],
  pharmacy: PHARMACY.sites[0],
  branch: PHARMACY.sites[1] ?? PHARMACY.sites[0],
  hospital: HOSPITAL.sites[0],
  authority: REGULATOR.sites[0],
} as const;
