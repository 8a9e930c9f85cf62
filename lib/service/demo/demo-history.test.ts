import { describe, expect, test } from 'vitest';
import { sgtinUri } from '../../gs1/digital-link.ts';
import { type Instant, instantText } from '../../kernel/instant.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import { demoBatches } from './demo-batches.ts';
import { DemoCalendar } from './demo-calendar.ts';
import { demoHistory } from './demo-history.ts';
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

const urisOf = (step: DemoStep): readonly string[] =>
  step.kind === 'event' ? (step.said.epcList ?? []) : [sgtinUri(step.pack.gtin, step.pack.serial)];
/** Days of delivery are part of some names. */
const plain = (name: string): string =>
  name.replaceAll(/ on \d+/g, '').replaceAll(/supplied [0-9A-Z]{12}/g, 'supplied');

test('the same seed and day of loading give the same world, another seed another one', () => {
  expect(demoHistory(SEED, FRIDAY)).toEqual(demoHistory(SEED, FRIDAY));
  const other = demoHistory('another', FRIDAY);
  expect(other.examples[0]?.pack.serial).not.toBe(demoHistory(SEED, FRIDAY).examples[0]?.pack.serial);
});

test('there are two thousand packs of ten products in twenty batches, every serial once', () => {
  const batches = demoBatches(SEED, new DemoCalendar(FRIDAY));
  const packs = batches.flatMap(({ kept, stocked, atPharmacy, atBranch, atHospital }) => [
    ...kept,
    ...stocked,
    ...atPharmacy,
    ...atBranch,
    ...atHospital,
  ]);
  expect(new Set(packs.map(({ gtin, serial }) => `${gtin} ${serial}`)).size).toBe(2000);
  expect(new Set(DEMO_PRODUCTS.map(({ gtin }) => gtin)).size).toBe(10);
  expect(new Set(packs.map(({ gtin, lot }) => `${gtin} ${lot}`)).size).toBe(20);
});

test('what is imported together has no pack in common, and the order of every pack is kept', () => {
  const { steps } = demoHistory(SEED, FRIDAY);
  const waves = demoWaves(steps);
  expect(waves.flat()).toEqual(steps);
  for (const wave of waves) {
    const uris = wave.flatMap(urisOf);
    expect(new Set(uris).size).toBe(uris.length);
    const batches = wave.filter((step) => step.kind === 'event' && step.said.bizStep === 'commissioning');
    expect(batches.length === 0 || wave.length === 1).toBe(true);
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
