import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mintScope } from '../../auth/mint-scope.ts';
import type { Gln } from '../../gs1/gln.ts';
import {
  FRENCH_REGULATOR,
  gln,
  gtin,
  LOGISTICS,
  MANUFACTURER,
  PHARMACY,
  REGULATOR,
  WHOLESALER,
} from '../counter/counter-in-tests.ts';
import type { OrganisationRole, OrgScope, Realm, UserRole } from '../org-scope.ts';
import type { LocationFacts, PartyFacts } from '../party-facts.ts';
import { AUTHORITY_CODES } from './authority-codes.ts';
import type { AuthorityFacts } from './authority-facts.ts';
import { mayReport } from './may-report.ts';
import { AUTHORITY_RULES } from './rules/index.ts';
import type { Speech } from './speech.ts';

const REAL = 0 as Realm;
const SANDBOX = 7 as Realm;
const FACTORY = gln(11);
const WAREHOUSE = gln(21);
const SECOND_WAREHOUSE = gln(22);
const SHOP = gln(31);

const served: PartyFacts = { ...MANUFACTURER, agents: [LOGISTICS.gln] };

const place = (at: Gln, owner: PartyFacts): readonly [Gln, LocationFacts] => [
  at,
  { gln: at, organisation: owner.gln, name: 'a place', country: 'DE', timeZone: 'Europe/Berlin' },
];

const facts = (more: Partial<AuthorityFacts> = {}): AuthorityFacts => ({
  principals: [],
  places: new Map([
    place(FACTORY, MANUFACTURER),
    place(WAREHOUSE, WHOLESALER),
    place(SECOND_WAREHOUSE, WHOLESALER),
    place(SHOP, PHARMACY),
  ]),
  gtinHolders: new Map([[gtin(1), MANUFACTURER]]),
  ...more,
});

const scope = (
  party: PartyFacts,
  location: Gln | undefined = undefined,
  more: { userRole?: UserRole; realm?: Realm; role?: OrganisationRole } = {},
): OrgScope =>
  mintScope({
    organisation: party.gln,
    organisationRole: more.role ?? party.role,
    realm: more.realm ?? REAL,
    country: party.country,
    userRole: more.userRole ?? 'operator',
    location,
    actor: 'user:1',
  });

const speech = (more: Partial<Speech> = {}): Speech => ({
  action: 'OBSERVE',
  act: 'receive',
  gtins: [gtin(1)],
  ownPlaces: [],
  placesOfNobody: [],
  ...more,
});

const codes = (...args: Parameters<typeof mayReport>) =>
  mayReport(...args)?.breaches.map(({ code }) => code) ?? [];

describe('custody.md 5, "user roles in an organisation: admin, operator, viewer"', () => {
  test.each([
    ['admin', []],
    ['operator', []],
    ['viewer', ['authority/viewer']],
  ] as const)('%s', (userRole, refused) => {
    expect(codes(scope(WHOLESALER, WAREHOUSE, { userRole }), speech(), facts())).toEqual(refused);
  });

  test('a viewer reports nothing in a sandbox either', () => {
    const viewer = scope(WHOLESALER, WAREHOUSE, { userRole: 'viewer', realm: SANDBOX });
    expect(codes(viewer, speech(), facts())).toEqual(['authority/viewer']);
  });
});

describe('custody.md 5, "every location that an event names as its own place must belong to the reporter … and be the key’s"', () => {
  test.each<[string, Gln | undefined, readonly Gln[], readonly string[]]>([
    ['the key’s own place', WAREHOUSE, [WAREHOUSE, WAREHOUSE], []],
    ['another place of the organisation', WAREHOUSE, [SECOND_WAREHOUSE], ['authority/place-not-the-keys']],
    [
      'one of two places is another',
      WAREHOUSE,
      [WAREHOUSE, SECOND_WAREHOUSE],
      ['authority/place-not-the-keys'],
    ],
    ['any place of the organisation, bound to the whole of it', undefined, [WAREHOUSE, SECOND_WAREHOUSE], []],
    ['a stranger’s place', undefined, [SHOP], ['authority/place']],
    [
      'a stranger’s place, with a key',
      WAREHOUSE,
      [SHOP],
      ['authority/place', 'authority/place-not-the-keys'],
    ],
    ['a place that nobody registered', undefined, [gln(999)], ['authority/place']],
  ])('%s', (_what, location, ownPlaces, refused) => {
    expect(codes(scope(WHOLESALER, location), speech({ ownPlaces }), facts())).toEqual(refused);
  });

  test.each(['geo:52.5,13.4', 'https://elsewhere.example/place'])(
    '%s is no place of the reporter',
    (place) => {
      const refusal = mayReport(scope(WHOLESALER, WAREHOUSE), speech({ placesOfNobody: [place] }), facts());
      expect(refusal).toMatchObject({ code: 'authority/place', breaches: [{ subjects: [place] }] });
    },
  );

  test('"where none is named (a recall, a theft) the session’s location stands in"', () => {
    expect(mayReport(scope(PHARMACY, SHOP), speech({ act: 'steal' }), facts())).toBeUndefined();
  });

  test('a refusal names every place that is not the caller’s, once', () => {
    const refusal = mayReport(
      scope(WHOLESALER),
      speech({ ownPlaces: [SHOP, FACTORY, SHOP, WAREHOUSE] }),
      facts(),
    );
    expect(refusal).toMatchObject({ code: 'authority/place', breaches: [{ subjects: [SHOP, FACTORY] }] });
  });
});

describe('custody.md 5, "… or to who made it its agent"', () => {
  const atFactory = speech({ ownPlaces: [FACTORY], act: 'ship' });

  test('an agent reports at its principal’s place, with a key that is bound to it', () => {
    expect(codes(scope(LOGISTICS, FACTORY), atFactory, facts({ principals: [served] }))).toEqual([]);
  });

  test('nobody is an agent by its own word', () => {
    expect(codes(scope(LOGISTICS), atFactory, facts({ principals: [MANUFACTURER] }))).toEqual([
      'authority/place',
    ]);
  });
});

describe('custody.md 5, "ADD needs the GTIN’s holder or its agent"', () => {
  const adding = speech({ action: 'ADD', act: 'commission' });

  test('the holder adds, another does not', () => {
    expect(codes(scope(MANUFACTURER), adding, facts())).toEqual([]);
    expect(codes(scope(WHOLESALER), adding, facts())).toEqual(['authority/product']);
  });

  test('its agent adds, and no other agent', () => {
    const known = facts({ gtinHolders: new Map([[gtin(1), served]]) });
    expect(codes(scope(LOGISTICS), adding, known)).toEqual([]);
    expect(codes(scope(WHOLESALER), adding, known)).toEqual(['authority/product']);
  });

  test('a product that nobody holds is added by nobody, and is named in the refusal', () => {
    const refusal = mayReport(scope(MANUFACTURER), { ...adding, gtins: [gtin(1), gtin(2)] }, facts());
    expect(refusal?.breaches).toEqual([
      {
        code: 'authority/product',
        rule: 'authority/the-gtin-holder-or-its-agent-adds',
        subjects: [gtin(2)],
      },
    ]);
  });

  test('anything but ADD about another’s product is testimony, and no matter of authority', () => {
    for (const act of ['supply', 'ship', 'receive', 'destroy', 'export', 'steal', 'observe'] as const) {
      for (const action of ['OBSERVE', 'DELETE'] as const) {
        expect(mayReport(scope(PHARMACY, SHOP), speech({ act, action }), facts())).toBeUndefined();
      }
    }
  });
});

describe('custody.md 1: recall, lock and withdrawal are said by "GTIN holder, regulator"', () => {
  test.each(['recall', 'lock', 'withdraw'] as const)('%s', (act) => {
    const said = speech({ act });
    expect(codes(scope(MANUFACTURER), said, facts())).toEqual([]);
    expect(codes(scope(REGULATOR), said, facts())).toEqual([]);
    expect(codes(scope(PHARMACY), said, facts())).toEqual(['authority/product']);
    const known = facts({ principals: [served], gtinHolders: new Map([[gtin(1), served]]) });
    expect(codes(scope(LOGISTICS), said, known)).toEqual(['authority/product']);
  });

  test('"withdrawn (per market)": "GTIN holder, regulator of the market"', () => {
    const said = speech({ act: 'withdraw', markets: ['DE'] });
    expect(codes(scope(REGULATOR), said, facts())).toEqual([]);
    expect(codes(scope(FRENCH_REGULATOR), said, facts())).toEqual(['authority/market']);
    expect(codes(scope(MANUFACTURER), { ...said, markets: ['DE', 'FR'] }, facts())).toEqual([]);
    expect(codes(scope(REGULATOR), speech({ act: 'withdraw' }), facts())).toEqual([]);
    expect(codes(scope(FRENCH_REGULATOR), { ...said, act: 'recall' }, facts())).toEqual([]);
  });
});

test('custody.md 5 and interfaces.md: a sandbox organisation reports about any party, place and product', () => {
  const said = speech({
    action: 'ADD',
    act: 'recall',
    gtins: [gtin(1), gtin(9)],
    ownPlaces: [SHOP, gln(999)],
    placesOfNobody: ['geo:52.5,13.4'],
  });
  expect(mayReport(scope(LOGISTICS, WAREHOUSE, { realm: SANDBOX }), said, facts())).toBeUndefined();
  expect(codes(scope(LOGISTICS, WAREHOUSE), said, facts()).length).toBeGreaterThan(3);
});

test('every rule file is registered, once, under its own name, with its section and an explained code', () => {
  const files = readdirSync(`${import.meta.dirname}/rules`)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => `authority/${file.slice(0, -3)}`);
  expect(AUTHORITY_RULES.map(({ id }) => id).sort()).toEqual(files.sort());
  for (const { source, code } of AUTHORITY_RULES) {
    expect(source).toMatch(/^custody\.md [15]$/);
    expect(code in AUTHORITY_CODES).toBe(true);
  }
  expect(new Set(AUTHORITY_RULES.map(({ code }) => code))).toEqual(new Set(Object.keys(AUTHORITY_CODES)));
});
