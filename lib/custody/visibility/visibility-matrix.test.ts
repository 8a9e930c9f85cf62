import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganisationRole, Realm } from '../org-scope.ts';
import { ORGANISATION_ROLES } from '../org-scope.ts';
import { decideVisibility } from './decide-visibility.ts';
import type { EventFacts } from './event-facts.ts';
import { VISIBILITY_RELATIONS } from './rules/index.ts';
import { AT, event, grant, PARTNER, READER, REAL, REPORTER, reader } from './visibility-in-tests.ts';
import { visibilityOf } from './visibility-of.ts';
import type { Visibility } from './visibility-rule.ts';

const OTHER_REALM = 7 as Realm;

/** custody.md 6, written out: what anybody sees, and what a regulator sees, by how the reader stands to the event. */
const TABLE: readonly (readonly [
  relation: string,
  facts: Partial<EventFacts>,
  anybody: Visibility,
  regulator: Visibility,
])[] = [
  ['nothing to do with it', {}, 'hidden', 'hidden'],
  ['the reporter', { reporter: READER }, 'whole', 'whole'],
  ['named as a source', { sourceParties: [READER] }, 'whole', 'whole'],
  ['named as a destination', { destinationParties: [PARTNER, READER] }, 'whole', 'whole'],
  [
    'holder of the GTIN, commissioning by an agent',
    { act: 'commission', gtinHolders: [READER] },
    'whole',
    'whole',
  ],
  [
    'holder of one of the GTINs, commissioning',
    { act: 'commission', gtinHolders: [READER, PARTNER] },
    'outline',
    'outline',
  ],
  ['holder of the GTIN, a shipment of others', { gtinHolders: [READER] }, 'hidden', 'hidden'],
  ['holder of the GTIN, a supply', { act: 'supply', gtinHolders: [READER] }, 'hidden', 'hidden'],
  ['holder of the GTIN, a theft', { act: 'steal', gtinHolders: [READER] }, 'hidden', 'hidden'],
  ['in the same country', { countries: ['DE'] }, 'hidden', 'whole'],
  ['the destination in the same country', { countries: ['FR', 'DE'] }, 'hidden', 'whole'],
  ['the pack touched the same country before or after', { packCountries: ['FR', 'DE'] }, 'hidden', 'outline'],
  ['the pack is in a finding of the reader', { findingReaders: [READER] }, 'hidden', 'outline'],
  ['the pack is in a finding of others', { findingReaders: [PARTNER] }, 'hidden', 'hidden'],
  ['a world of its own', { realm: OTHER_REALM, reporter: READER, countries: ['DE'] }, 'hidden', 'hidden'],
];

const cells = ORGANISATION_ROLES.flatMap((role) => TABLE.map((row) => [role, ...row] as const));

describe('custody.md 6: role × relation', () => {
  test.each(cells)('%s, %s', (role, _relation, facts, anybody, regulator) => {
    expect(visibilityOf(reader(role), event(facts), [], AT)).toBe(role === 'regulator' ? regulator : anybody);
  });

  test('"an auditor: the public log, statistics": an event only as anybody else', () => {
    expect(visibilityOf(reader('auditor'), event({ countries: ['DE'] }), [], AT)).toBe('hidden');
  });

  test('every relation of the registry is in the table or in the grants', () => {
    const met = new Set(
      cells.map(([role, , facts]) => decideVisibility(reader(role), event(facts), [], AT).rule),
    );
    const rules = VISIBILITY_RELATIONS.map(({ id }) => id);
    expect([...met, 'visibility/grantee'].filter((id) => id !== undefined).sort()).toEqual(rules.sort());
  });
});

describe('custody.md 6: "opening a pack’s path is logged with a reason", uses of grants "are themselves in the ledger"', () => {
  test.each<[OrganisationRole, Partial<EventFacts>, string]>([
    ['pharmacy', { reporter: READER, countries: ['DE'] }, 'free'],
    ['regulator', { reporter: READER, countries: ['DE'] }, 'free'],
    ['regulator', { countries: ['DE'] }, 'logged'],
    ['regulator', { packCountries: ['DE'] }, 'logged'],
    ['regulator', { findingReaders: [READER] }, 'logged'],
  ])('%s, %o: %s', (role, facts, use) => {
    expect(decideVisibility(reader(role), event(facts), [], AT).use).toBe(use);
  });

  test('what one sees without a grant uses none', () => {
    expect(decideVisibility(reader('pharmacy'), event({ reporter: READER }), [grant()], AT)).toMatchObject({
      use: 'free',
      grant: undefined,
    });
  });

  test('the use of a grant names it', () => {
    expect(decideVisibility(reader('pharmacy'), event(), [grant()], AT)).toMatchObject({
      visibility: 'whole',
      rule: 'visibility/grantee',
      use: 'ledger',
      grant: { id: 'g1' },
    });
  });
});

describe('the rules hold for every event that can be', () => {
  const who = fc.constantFrom(READER, REPORTER, PARTNER);
  const country = fc.constantFrom('DE', 'FR');
  const anyEvent = fc.record({
    act: fc.constantFrom('commission', 'supply', 'ship', 'observe') as fc.Arbitrary<EventFacts['act']>,
    realm: fc.constantFrom(REAL, OTHER_REALM),
    reporter: who,
    sourceParties: fc.array(who),
    destinationParties: fc.array(who),
    gtinHolders: fc.array(who),
    countries: fc.array(country),
    packCountries: fc.array(country),
    findingReaders: fc.array(who),
  });

  test('attack: who is named nowhere, of another country and without a grant sees nothing', () => {
    const stranger = (facts: Partial<EventFacts>) => !JSON.stringify(facts).includes(READER);
    fc.assert(
      fc.property(anyEvent.filter(stranger), fc.constantFrom(...ORGANISATION_ROLES), (facts, role) => {
        fc.pre(role !== 'regulator');
        expect(visibilityOf(reader(role), event(facts), [], AT)).toBe('hidden');
      }),
    );
  });

  test('a grant never shows less than there was, and never opens another world', () => {
    const rank = { hidden: 0, outline: 1, whole: 2 };
    fc.assert(
      fc.property(anyEvent, fc.constantFrom(...ORGANISATION_ROLES), (facts, role) => {
        const bare = visibilityOf(reader(role), event(facts), [], AT);
        const granted = visibilityOf(
          reader(role),
          event(facts),
          [grant(), grant({ purpose: 'inspection' })],
          AT,
        );
        expect(rank[granted]).toBeGreaterThanOrEqual(rank[bare]);
        if (facts.realm === OTHER_REALM) expect(granted).toBe('hidden');
      }),
    );
  });
});

test('every rule file is registered, once, under its own name, with its section', () => {
  const files = readdirSync(`${import.meta.dirname}/rules`)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => `visibility/${file.slice(0, -3)}`);
  expect(VISIBILITY_RELATIONS.map(({ id }) => id).sort()).toEqual(files.sort());
  expect(VISIBILITY_RELATIONS.every(({ source }) => source === 'custody.md 6')).toBe(true);
});

test('the registry is data: what is written out and read back says the same', () => {
  expect(JSON.parse(JSON.stringify(VISIBILITY_RELATIONS))).toEqual(VISIBILITY_RELATIONS);
});
