import { DEMO_PREFIXES } from './demo-identifiers.ts';
import { type DemoOrganisation, demoOrganisation } from './demo-organisation.ts';
import { CITIES, HOURS } from './demo-places.ts';

export const MANUFACTURER = demoOrganisation(10, {
  name: 'Beispiel Arzneimittelwerke',
  role: 'manufacturer',
  country: 'DE',
  prefixes: [DEMO_PREFIXES.first, DEMO_PREFIXES.second],
  licences: [{ activity: 'manufacture', market: 'EU' }],
  sites: [{ name: 'Werk Leipzig', kind: 'plant', ...CITIES.leipzig, ...HOURS.office }],
});

/** Makes the second batch of every product of the twenty in single packs, as the manufacturer's agent. */
export const CONTRACT_MANUFACTURER = demoOrganisation(20, {
  name: 'Exemple Façonnage',
  role: 'contract-manufacturer',
  country: 'FR',
  licences: [{ activity: 'manufacture', market: 'EU' }],
  sites: [{ name: 'Site de Lyon', kind: 'plant', ...CITIES.lyon, ...HOURS.office }],
});

const WHOLESALER = demoOrganisation(30, {
  name: 'Muster Pharmagroßhandel',
  role: 'wholesaler',
  country: 'DE',
  licences: [
    { activity: 'wholesale', market: 'DE' },
    { activity: 'wholesale', market: 'FR' },
    { activity: 'import', market: 'DE' },
  ],
  sites: [{ name: 'Lager Köln', kind: 'warehouse', ...CITIES.cologne, ...HOURS.warehouse }],
});

export const PHARMACY = demoOrganisation(40, {
  name: 'Muster-Apotheke',
  role: 'pharmacy',
  country: 'DE',
  licences: [{ activity: 'dispense', market: 'DE' }],
  sites: [
    { name: 'Apotheke am Markt', kind: 'pharmacy', ...CITIES.hamburgMarket, ...HOURS.counter },
    { name: 'Filiale am Hafen', kind: 'pharmacy', ...CITIES.hamburgHarbour, ...HOURS.counter },
  ],
});

export const HOSPITAL = demoOrganisation(50, {
  name: 'Hôpital Exemple',
  role: 'hospital',
  country: 'FR',
  licences: [{ activity: 'dispense', market: 'FR' }],
  sites: [{ name: 'Pharmacie à usage intérieur', kind: 'hospital', ...CITIES.strasbourg, ...HOURS.hospital }],
});

export const REGULATOR = demoOrganisation(60, {
  name: 'Beispielamt für Arzneimittel',
  role: 'regulator',
  country: 'DE',
  sites: [{ name: 'Dienststelle Bonn', kind: 'office', ...CITIES.bonn, ...HOURS.office }],
});

/** A competitor of {@link PHARMACY}: it sees nothing of it. */
const OTHER_PHARMACY = demoOrganisation(70, {
  name: 'Beispiel-Apotheke',
  role: 'pharmacy',
  account: 'pharmacy-2',
  country: 'DE',
  licences: [{ activity: 'dispense', market: 'DE' }],
  sites: [{ name: 'Apotheke am Ring', kind: 'pharmacy', ...CITIES.munich, ...HOURS.counter }],
});

const FRENCH_REGULATOR = demoOrganisation(80, {
  name: 'Agence Exemple du médicament',
  role: 'regulator',
  account: 'regulator-2',
  country: 'FR',
  sites: [{ name: 'Bureau de Paris', kind: 'office', ...CITIES.paris, ...HOURS.office }],
});

/** Sells at home by the case and to Europe by the pallet. */
export const INDIAN_MANUFACTURER = demoOrganisation(100, {
  name: 'Udaharan Pharma Works',
  role: 'manufacturer',
  account: 'manufacturer-2',
  country: 'IN',
  prefixes: [DEMO_PREFIXES.third],
  licences: [{ activity: 'manufacture', market: 'IN' }],
  sites: [{ name: 'Hyderabad plant', kind: 'plant', ...CITIES.hyderabad, ...HOURS.office }],
});

const CLINIC = demoOrganisation(110, {
  name: 'Udaharan Clinic',
  role: 'clinic',
  country: 'IN',
  licences: [{ activity: 'dispense', market: 'IN' }],
  sites: [{ name: 'Pune dispensary', kind: 'clinic', ...CITIES.pune, ...HOURS.counter }],
});

/** A tenant of its own for published example documents: it may report about any party and any product. */
export const CONFORMANCE = demoOrganisation(90, {
  name: 'Conformance sandbox',
  role: 'manufacturer',
  account: 'conformance',
  country: 'DE',
  sandbox: true,
  sites: [{ name: 'Test bench', kind: 'office', ...CITIES.bonn, ...HOURS.office }],
});

/** The ten organisations of the demo world. Of two with one role, the first is the one that guides and tests mean. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  MANUFACTURER,
  CONTRACT_MANUFACTURER,
  WHOLESALER,
  PHARMACY,
  HOSPITAL,
  REGULATOR,
  OTHER_PHARMACY,
  INDIAN_MANUFACTURER,
  CLINIC,
  FRENCH_REGULATOR,
];

/** The sites between which the packs move. */
export const SITES = {
  plant: MANUFACTURER.sites[0],
  contractPlant: CONTRACT_MANUFACTURER.sites[0],
  warehouse: WHOLESALER.sites[0],
  pharmacy: PHARMACY.sites[0],
  branch: PHARMACY.sites[1] ?? PHARMACY.sites[0],
  otherPharmacy: OTHER_PHARMACY.sites[0],
  hospital: HOSPITAL.sites[0],
  authority: REGULATOR.sites[0],
  indianPlant: INDIAN_MANUFACTURER.sites[0],
  clinic: CLINIC.sites[0],
} as const;
