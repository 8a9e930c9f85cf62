import { describe, expect, test } from 'vitest';
import { sgtinUri, ssccUri } from '../../gs1/digital-link.ts';
import { type Instant, instantText } from '../../kernel/instant.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import { offsetAt } from '../../kernel/offset-at.ts';
import { demoBatches } from './demo-batches.ts';
import { DemoCalendar } from './demo-calendar.ts';
import { demoConsignments } from './demo-consignments.ts';
import { demoHistory } from './demo-history.ts';
import { DEMO_ORGANISATIONS } from './demo-organisations.ts';
import { DEMO_PRODUCTS } from './demo-products.ts';
import type { DemoStep } from './demo-step.ts';
import { DemoStory } from './demo-story.ts';
import { demoWaves } from './demo-waves.ts';
import { INCIDENTS } from './incidents/index.ts';

const DAY_MS = 24 * 3_600_000;
const FRIDAY = Date.parse('2026-11-20T09:00:00Z') as Instant;
/** A fortnight, with the end of summer time in the history of some of its days. */
const DAYS = Array.from({ length: 14 }, (_, n) => (FRIDAY + n * DAY_MS) as Instant);
const SEED = 'test';

function urisOf(step: DemoStep): readonly string[] {
  if (step.kind === 'look') return [sgtinUri(step.pack.gtin, step.pack.serial)];
  return step.kind === 'event' ? (step.said.epcList ?? []) : [step.said.parentID, ...step.said.childEPCs];
}
/** Days of delivery are part of some names. */
const plain = (name: string): string =>
  name.replaceAll(/ on \d+/g, '').replaceAll(/supplied [0-9A-Z]{12}/g, 'supplied');

test('the same seed and day of loading give the same world, another seed another one', () => {
  expect(demoHistory(SEED, FRIDAY)).toEqual(demoHistory(SEED, FRIDAY));
  const other = demoHistory('another', FRIDAY);
  expect(other.examples[0]?.pack.serial).not.toBe(demoHistory(SEED, FRIDAY).examples[0]?.pack.serial);
});

test('there are twenty thousand packs of thirty-eight products, every serial once, and two products without serials', () => {
  const calendar = new DemoCalendar(FRIDAY);
  const single = demoBatches(SEED, calendar).flatMap(
    ({ kept, stocked, atPharmacy, atBranch, atHospital }) => [
      ...[kept, stocked, atPharmacy, atBranch, atHospital].flat(),
    ],
  );
  const cased = demoConsignments(SEED, calendar).flatMap(({ first, second }) =>
    [first, second].flatMap(({ cases }) => cases.flatMap(({ packs }) => packs)),
  );
  const packs = [...single, ...cased];
  expect(new Set(packs.map(({ gtin, serial }) => `${gtin} ${serial}`)).size).toBe(20_000);
  expect(new Set(packs.map(({ gtin, lot }) => `${gtin} ${lot}`)).size).toBe(48);
  expect(new Set(packs.map(({ gtin }) => gtin)).size).toBe(38);
  expect(new Set(DEMO_PRODUCTS.map(({ gtin }) => gtin)).size).toBe(40);
  expect(DEMO_PRODUCTS.map(({ gtin }) => gtin)).toContain('09506000175874');
});

test('every case and pallet has a number of its own', () => {
  const units = demoConsignments(SEED, new DemoCalendar(FRIDAY)).flatMap(({ first, second }) =>
    [first, second].flatMap(({ sscc, cases }) => [sscc, ...cases.map((one) => one.sscc)]),
  );
  expect(new Set(units.map(ssccUri)).size).toBe(56 + 900);
});

test('ten organisations stand in three countries, one of them half an hour off the others', () => {
  const sites = DEMO_ORGANISATIONS.flatMap((organisation) => organisation.sites);
  expect(DEMO_ORGANISATIONS).toHaveLength(10);
  expect(new Set(DEMO_ORGANISATIONS.map(({ country }) => country))).toEqual(new Set(['DE', 'FR', 'IN']));
  const offsets = sites.map(({ timeZone }) => offsetAt(FRIDAY, timeZone));
  expect(offsets.filter((minutes) => minutes % 60 === 30).length).toBeGreaterThan(0);
  expect(new Set(DEMO_ORGANISATIONS.map(({ account }) => account)).size).toBe(10);
});

test('runs that are imported together have no pack in common, and the order of every pack and site is kept', () => {
  const { steps } = demoHistory(SEED, FRIDAY);
  const waves = demoWaves(steps);
  const imported = waves.flat(2);
  const orderOf = (all: readonly DemoStep[]) => {
    const order = new Map<string, string[]>();
    for (const step of all)
      for (const key of [...urisOf(step), step.site.gln])
        order.set(key, [...(order.get(key) ?? []), step.name]);
    return order;
  };
  expect(imported).toHaveLength(steps.length);
  expect(orderOf(imported)).toEqual(orderOf(steps));
  for (const wave of waves) {
    const uris = wave.flatMap((run) => [...new Set(run.flatMap(urisOf))]);
    expect(new Set(uris).size).toBe(uris.length);
    const batches = wave.flat().filter(({ kind, name }) => kind === 'event' && name.endsWith(' made'));
    expect(batches.length === 0 || wave.flat().length === 1).toBe(true);
    const times = wave.flat().map(({ recordedAt }) => recordedAt);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(2 * 3_600_000);
  }
});

test('a pack and the case or pallet that it is in are never in two runs of a wave', () => {
  const inside = new Map<string, string>();
  const chain = (uri: string): readonly string[] => {
    const container = inside.get(uri);
    return container === undefined ? [uri] : [uri, ...chain(container)];
  };
  const repack = (step: DemoStep) => {
    if (step.kind !== 'packing') return;
    const { action, childEPCs, parentID } = step.said;
    for (const child of childEPCs) inside[action === 'ADD' ? 'set' : 'delete'](child, parentID);
  };
  const touched = (run: readonly DemoStep[]) =>
    run.flatMap((step) => {
      const named = urisOf(step).flatMap(chain);
      repack(step);
      return named;
    });
  for (const wave of demoWaves(demoHistory(SEED, FRIDAY).steps)) {
    const all = wave.flatMap((run) => [...new Set(touched(run))]);
    expect(new Set(all).size).toBe(all.length);
  }
});

describe.each(DAYS)('loaded on %d', (loadedAt) => {
  const { steps } = demoHistory(SEED, loadedAt);

  test('everything lies within the last sixty days and is recorded before the load', () => {
    const early = (loadedAt - 60 * DAY_MS) as Instant;
    expect(steps.filter(({ recordedAt }) => recordedAt < early || recordedAt > loadedAt)).toEqual([]);
  });

  test('no two things have one name but an event and the declaration of its error', () => {
    const names = steps
      .filter((step) => step.kind === 'look' || !step.said.errorDeclaration)
      .map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('supplies keep to opening hours, on the clock of the site', () => {
    const closed = steps.filter((step) => {
      if (step.kind !== 'event' || step.said.bizStep !== 'dispensing') return false;
      const { site, at } = step;
      const time = new Date(at).toLocaleTimeString('en-GB', {
        timeZone: site.timeZone,
        hour: '2-digit',
        minute: '2-digit',
      });
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      const weekday = new Date(`${localDateAt(at, site.timeZone)}T00:00:00Z`).getUTCDay();
      const minutes = hour * 60 + minute;
      return site.closedOn.includes(weekday) || minutes < site.opens || minutes >= site.closes;
    });
    expect(closed.map(({ name, recordedAt }) => `${name} ${instantText(recordedAt)}`)).toEqual([]);
  });

  test('what happens to a pack of an incident happens in the same order whatever the weekday', () => {
    const orders = (day: Instant) => {
      const calendar = new DemoCalendar(day);
      const story = new DemoStory(SEED, calendar, demoBatches(SEED, calendar));
      const touched = new Set(INCIDENTS.flatMap((incident) => incident(story).steps.flatMap(urisOf)));
      const order = new Map([...touched].map((uri) => [uri, [] as string[]]));
      const byTime = demoHistory(SEED, day).steps.toSorted(
        (a, b) => ('at' in a ? a.at : a.recordedAt) - ('at' in b ? b.at : b.recordedAt),
      );
      for (const step of byTime) for (const uri of urisOf(step)) order.get(uri)?.push(plain(step.name));
      return order;
    };
    expect(orders(loadedAt)).toEqual(orders(FRIDAY));
  });
});
