import { expect, test } from 'vitest';
import { EPCIS_CONTEXT } from '../epcis/epcis-context.ts';
import { parseCaptureDocument } from '../epcis/parse-capture-document.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { SimLine } from './emitter.ts';
import type { SimOptions } from './sim-options.ts';
import { simulate } from './simulate.ts';

const OPTIONS: SimOptions = { seed: 3, events: 6000, noise: 'default', attacks: 'power' };

interface Played {
  readonly world: Json;
  readonly lines: readonly SimLine[];
  readonly labels: readonly Readonly<Record<string, Json>>[];
}

function play(options: SimOptions = OPTIONS): Played {
  const { world, lines, labels } = simulate(options);
  const all = [...lines()];
  return { world, lines: all, labels: labels() as Played['labels'] };
}

const PLAYED = play();

const eventOf = ({ json }: SimLine) =>
  (json as unknown as { event: { bizStep?: string; epcList?: string[]; action: string } }).event;

test('the same options give the same bytes, another seed another world', () => {
  expect(JSON.stringify(play())).toBe(JSON.stringify(PLAYED));
  expect(JSON.stringify(play({ ...OPTIONS, seed: 4 }))).not.toBe(JSON.stringify(PLAYED));
});

test('about as many lines as asked for, in the order of their arrival', () => {
  expect(PLAYED.lines.length).toBeGreaterThan(3000);
  expect(PLAYED.lines.length).toBeLessThan(9000);
  const times = PLAYED.lines.map(({ recordTime }) => recordTime);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('capture accepts every event', () => {
  for (let n = 0; n < PLAYED.lines.length; n += 500) {
    const eventList = PLAYED.lines.slice(n, n + 500).map((line) => eventOf(line) as unknown as Json);
    const document = {
      '@context': [EPCIS_CONTEXT],
      ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-06-01T00:00:00Z' },
      epcisBody: { eventList },
    };
    expect(parseCaptureDocument(document)).toMatchObject({ ok: true });
  }
});

test('noise changes what is told, and nothing of what is made', () => {
  const made = (options: SimOptions) =>
    play(options)
      .lines.filter((line) => eventOf(line).action === 'ADD')
      .flatMap((line) => eventOf(line).epcList ?? [])
      .sort();
  const clean = { ...OPTIONS, attacks: 'clean' } as const;
  expect(new Set(made({ ...clean, noise: 'stress' }))).toEqual(new Set(made({ ...clean, noise: 'none' })));
});

test('the labels name campaigns, packs and organisations, and events that are among the lines', () => {
  const events = new Set(PLAYED.lines.map(({ eventID }) => eventID));
  const of = (level: string) => PLAYED.labels.filter((label) => label['level'] === level);
  expect(new Set(of('campaign').map(({ type }) => type)).size).toBe(13);
  const labelled = of('event').map(({ eventID }) => String(eventID));
  expect(labelled.length).toBeGreaterThan(100);
  // Some of it arrives only after the end.
  expect(labelled.filter((id) => events.has(id)).length / labelled.length).toBeGreaterThan(0.8);
  expect(of('pack').length).toBeGreaterThan(50);
  expect(of('organisation').length).toBeGreaterThan(3);
});

test('a world without attacks has no labels', () => {
  expect(play({ ...OPTIONS, attacks: 'clean' }).labels).toEqual([]);
});

test('neither the names of events nor their places among those of their time tell what is an attack', () => {
  const attacked = new Set(PLAYED.labels.map(({ eventID }) => String(eventID)));
  const numbers = PLAYED.lines.map(({ eventID }) => ({
    number: Number.parseInt(eventID.slice(9, 17), 16),
    isAttack: attacked.has(eventID),
  }));
  const serials = PLAYED.lines.flatMap((line) => {
    const [epc, ...more] = eventOf(line).epcList ?? [];
    const serial = epc?.split('/21/')[1];
    return serial === undefined || more.length > 0
      ? []
      : [{ number: Number.parseInt(serial, 36), isAttack: attacked.has(line.eventID) }];
  });
  expect(Math.abs(areaUnder(numbers) - 0.5)).toBeLessThan(0.08);
  expect(Math.abs(areaUnder(serials) - 0.5)).toBeLessThan(0.12);
});

/** How well a number alone tells the two apart: 0.5 is chance. */
function areaUnder(all: readonly { readonly number: number; readonly isAttack: boolean }[]): number {
  const sorted = all.toSorted((a, b) => a.number - b.number);
  let below = 0;
  let pairs = 0;
  let others = 0;
  for (const { isAttack } of sorted) {
    if (!isAttack) others += 1;
    else {
      below += others;
      pairs += 1;
    }
  }
  return below / (pairs * others);
}
