import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { appendEvent } from './append-event.ts';
import { testDatabase } from './database-in-tests.ts';
import { loadGrant, loadGrants, revokeGrant, saveGrant } from './grants.ts';
import { loadStandings, saveLicence, saveSuspension } from './licences.ts';
import { loadOwnBatches } from './load-batches.ts';
import { loadStock } from './load-stock.ts';
import { loadLocations, saveLocation } from './locations.ts';
import {
  loadOrganisations,
  loadParties,
  loadPlaces,
  saveAgent,
  saveCompanyPrefix,
  saveOrganisation,
} from './organisations.ts';
import { closeStore, connectStore } from './pool.ts';
import { loadOwnProducts, loadProduct, loadProducts, type ProductRow, saveProduct } from './products.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  eventRecord,
  glnOf,
  gtinOf,
  heldBy,
  instant,
  NOW,
  organisationInTests,
  packChange,
  packKey,
} from './world-in-tests.ts';

let maker: OrgScope;
let rival: OrgScope;
let sandbox: OrgScope;

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  maker = await organisationInTests(10, 'manufacturer');
  rival = await organisationInTests(20, 'manufacturer');
  sandbox = await organisationInTests(30, 'manufacturer', { realm: 1 });
});
afterAll(closeStore);

const product = (
  n: number,
  changed: Partial<ProductRow> = {},
): Omit<ProductRow, 'holder' | 'serialsEnforced'> => ({
  gtin: gtinOf(n),
  name: 'Examplin 5 mg',
  itemLevel: 'serial',
  classes: ['cold'],
  serialLength: 12,
  serialAlphabet: '0123456789',
  markets: [
    { country: 'DE', marketedFrom: '2026-01-01' as LocalDate, withdrawnFrom: undefined },
    { country: 'IE', marketedFrom: '2025-06-30' as LocalDate, withdrawnFrom: '2027-01-01' as LocalDate },
  ],
  ...changed,
});

test('a product comes back as it was saved, and its markets become those saved last', async () => {
  expect(await saveProduct(maker, product(1))).toBe(true);
  expect(await loadProduct(rival, gtinOf(1))).toEqual({
    ...product(1),
    serialsEnforced: false,
    holder: maker.organisation,
  });

  await saveProduct(maker, product(1, { name: 'Examplin 10 mg', markets: product(1).markets.slice(1) }));
  const changed = (await loadProducts(maker, [gtinOf(1), gtinOf(99)])).get(gtinOf(1));
  expect(changed).toMatchObject({
    name: 'Examplin 10 mg',
    markets: [{ country: 'IE', withdrawnFrom: '2027-01-01' }],
  });
});

test('a product of another organisation is not changed, and in a sandbox the same GTIN is another product', async () => {
  expect(await saveProduct(rival, product(1, { name: 'Mine now' }))).toBe(false);
  expect((await loadProduct(maker, gtinOf(1)))?.name).toBe('Examplin 10 mg');

  expect(await loadProduct(sandbox, gtinOf(1))).toBeUndefined();
  expect(await saveProduct(sandbox, product(1, { name: 'Try-out' }))).toBe(true);
  expect((await loadOwnProducts(maker)).map((one) => one.name)).toEqual(['Examplin 10 mg']);
  expect((await loadOwnProducts(sandbox)).map((one) => one.name)).toEqual(['Try-out']);
});

test('each sandbox organisation has a realm of its own, everybody else the real world', async () => {
  const organisation = (n: number, isSandbox: boolean) =>
    saveOrganisation({ gln: glnOf(n), name: `N${n}`, role: 'pharmacy', country: 'IE', sandbox: isSandbox });
  const [real, first, second] = [
    await organisation(70, false),
    await organisation(71, true),
    await organisation(72, true),
  ];
  expect(real).toBe(0);
  expect(new Set([0, first, second]).size).toBe(3);
  expect((await loadOrganisations(first)).map((row) => row.gln)).toContain(glnOf(71));
  expect((await loadOrganisations(first)).map((row) => row.gln)).not.toContain(glnOf(72));
  await expect(organisation(70, false)).rejects.toThrow();
});

test('a company prefix belongs to one organisation, and an agent counts while it is one', async () => {
  await saveCompanyPrefix(maker.organisation, '9521234');
  await expect(saveCompanyPrefix(rival.organisation, '9521234')).rejects.toThrow();
  await saveAgent(maker.organisation, rival.organisation, instant('2026-01-01T00:00:00Z'), undefined);
  await saveAgent(
    maker.organisation,
    sandbox.organisation,
    instant('2020-01-01T00:00:00Z'),
    instant('2021-01-01T00:00:00Z'),
  );

  const parties = await loadParties([maker.organisation, glnOf(999)]);
  expect(parties.size).toBe(1);
  expect(parties.get(maker.organisation)).toMatchObject({
    companyPrefixes: ['9521234'],
    agents: [rival.organisation],
  });
});

test('a place is listed with its organisation and does not change hands', async () => {
  const place = {
    gln: glnOf(15),
    organisation: maker.organisation,
    name: 'Annex',
    kind: 'warehouse',
    country: 'IE',
    city: 'Cork',
    latitude: 51.9,
    longitude: undefined,
    timeZone: 'Europe/Dublin',
  } as const;
  await saveLocation(place);
  expect(await loadLocations(maker.organisation)).toContainEqual(place);
  expect((await loadPlaces([place.gln])).get(place.gln)?.name).toBe('Annex');
  await expect(saveLocation({ ...place, organisation: rival.organisation })).rejects.toThrow(
    'another organisation',
  );
});

test('licences and suspensions keep their days whatever the time zone', async () => {
  const period = { validFrom: '2026-03-29' as LocalDate, validTo: '2026-10-25' as LocalDate, knownAt: NOW };
  await saveLicence(maker.organisation, { activity: 'manufacture', market: 'EU', ...period });
  await saveSuspension(maker.organisation, { ...period, validTo: undefined, knownAt: undefined });

  expect(await loadStandings([maker.organisation, rival.organisation])).toEqual(
    new Map([
      [
        maker.organisation,
        {
          licences: [{ activity: 'manufacture', market: 'EU', ...period }],
          suspensions: [{ ...period, validTo: undefined, knownAt: undefined }],
        },
      ],
    ]),
  );
});

test('a grant is seen by both sides, and ended only by who gave it', async () => {
  const what = {
    show: 'outline',
    event: 'ab'.repeat(16),
    gtin: gtinOf(1),
    lot: undefined,
    serial: undefined,
  } as const;
  const id = '12'.repeat(16);
  const grant = {
    id,
    to: rival.organisation,
    what,
    purpose: 'operations',
    validFrom: NOW,
    validUntil: undefined,
  } as const;
  expect(await saveGrant(maker, grant, NOW)).toBe(true);
  expect(await saveGrant(maker, grant, NOW)).toBe(false);
  const expected = { ...grant, from: maker.organisation, revokedAt: undefined };
  const page = { limit: 10 };

  expect(await loadGrants(maker, page)).toEqual([expected]);
  expect(await loadGrants(rival, page)).toEqual([expected]);
  expect(await loadGrants(sandbox, page)).toEqual([]);
  expect(await loadGrant(sandbox, id)).toBeUndefined();
  expect(await revokeGrant(rival, id, NOW)).toBe(false);
  expect(await revokeGrant(maker, id, NOW)).toBe(true);
  expect(await revokeGrant(maker, id, NOW)).toBe(false);
  expect(await loadGrant(rival, id)).toEqual({ ...expected, revokedAt: NOW });
});

test('stock and deliveries are those of the organisation that asks, page by page', async () => {
  const gtin = gtinOf(1);
  const packs = ['a', 'b', 'c', 'Z'].map((serial) => packKey(gtin, serial));
  const under = activeState({
    kind: 'transit',
    from: maker.organisation,
    to: rival.organisation,
    returned: false,
    since: NOW,
  });
  await inTransaction((tx) =>
    appendEvent(tx, {
      event: eventRecord(maker),
      packs: packs.map((pack, i) => packChange(pack, 0, i < 3 ? activeState(heldBy(maker)) : under)),
      objects: [],
      batches: [
        {
          gtin,
          lot: 'L1' as Lot,
          before: undefined,
          after: { expiry: '2028-05-31' as LocalDate, recalls: [] },
        },
      ],
    }),
  );

  const page = await loadStock(maker, { which: 'held', limit: 2 });
  const last = page.at(-1);
  const rest = await loadStock(maker, { which: 'held', limit: 9, ...(last && { after: last }) });
  expect([...page, ...rest].map((pack) => pack.serial).toSorted()).toEqual(['Z', 'a', 'b', 'c']);
  expect(page).toHaveLength(2);

  expect(await loadStock(rival, { which: 'held', limit: 9 })).toEqual([]);
  expect(await loadStock(rival, { which: 'incoming', limit: 9 })).toMatchObject([
    { serial: 'Z', state: { place: { kind: 'transit' } } },
  ]);
  expect(await loadStock(maker, { which: 'held', lot: 'L2' as Lot, limit: 9 })).toEqual([]);
});

test('the holder of the GTIN sees its batches with anonymous counts, nobody else does', async () => {
  const [batch] = await loadOwnBatches(maker, { limit: 10 });
  expect(batch).toMatchObject({
    gtin: gtinOf(1),
    lot: 'L1',
    state: { expiry: '2028-05-31' },
    packs: { active: 4 },
  });
  expect(await loadOwnBatches(maker, { limit: 10, ...(batch && { after: batch }) })).toEqual([]);
  expect(await loadOwnBatches(rival, { limit: 10 })).toEqual([]);
});
