import type { Instant } from '../../kernel/instant.ts';
import { loadStandings, saveLicence } from '../../store/licences.ts';
import { loadOrganisation } from '../../store/load-organisation.ts';
import { saveLocation } from '../../store/locations.ts';
import { loadParties, saveAgent, saveCompanyPrefix, saveOrganisation } from '../../store/organisations.ts';
import { saveProduct } from '../../store/products.ts';
import { DEMO_SERIALS } from './demo-batches.ts';
import { DemoCalendar } from './demo-calendar.ts';
import type { DemoOrganisation } from './demo-organisation.ts';
import {
  CONFORMANCE,
  CONTRACT_MANUFACTURER,
  DEMO_ORGANISATIONS,
  MANUFACTURER,
} from './demo-organisations.ts';
import { DEMO_PRODUCTS } from './demo-products.ts';
import { demoScope } from './demo-scope.ts';

/** Master data are older than the packs. */
const SINCE_DAYS = 1000;

/**
 * Registers the organisations of the demo world with their places, prefixes, licences, agents and products. Registering again
 * completes what is missing and adds nothing twice.
 */
export async function registerDemoWorld(loadedAt: Instant): Promise<void> {
  const calendar = new DemoCalendar(loadedAt);
  for (const organisation of [...DEMO_ORGANISATIONS, CONFORMANCE]) await registered(organisation, calendar);
  const since = calendar.at(MANUFACTURER.sites[0], SINCE_DAYS, 0);
  await saveAgent(MANUFACTURER.gln, CONTRACT_MANUFACTURER.gln, since, undefined);
  await registerProducts(calendar);
}

async function registered(organisation: DemoOrganisation, calendar: DemoCalendar): Promise<void> {
  const { gln, name, role, country, sandbox, prefixes, licences, sites } = organisation;
  if (!(await loadOrganisation(gln))) await saveOrganisation({ gln, name, role, country, sandbox });
  for (const { opens: _opens, closes: _closes, closedOn: _closedOn, ...site } of sites)
    await saveLocation(site);
  const known = (await loadParties([gln])).get(gln)?.companyPrefixes ?? [];
  for (const prefix of prefixes) if (!known.includes(prefix)) await saveCompanyPrefix(gln, prefix);
  const held = (await loadStandings([gln])).get(gln)?.licences ?? [];
  const period = { validFrom: calendar.date(SINCE_DAYS), validTo: undefined, knownAt: undefined };
  for (const licence of licences) {
    const isHeld = held.some(
      ({ activity, market }) => activity === licence.activity && market === licence.market,
    );
    if (!isHeld) await saveLicence(gln, { ...licence, ...period });
  }
}

async function registerProducts(calendar: DemoCalendar): Promise<void> {
  const marketedFrom = calendar.date(SINCE_DAYS);
  for (const { gtin, name, classes, holder, markets, itemLevel, leavesFranceIn } of DEMO_PRODUCTS) {
    const leaves = leavesFranceIn === undefined ? undefined : calendar.date(-leavesFranceIn);
    await saveProduct(await demoScope(holder.sites[0]), {
      ...{ gtin, name, classes, itemLevel },
      serialLength: DEMO_SERIALS.length,
      serialAlphabet: DEMO_SERIALS.alphabet,
      markets: markets.map((country) => ({
        country,
        marketedFrom,
        withdrawnFrom: country === 'FR' ? leaves : undefined,
      })),
    });
  }
}
