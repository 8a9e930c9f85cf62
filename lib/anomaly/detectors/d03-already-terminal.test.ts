import { describe, expect, test } from 'vitest';
import {
  declares,
  FRENCH_PHARMACY,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  SISTER,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const CASE = 'D03 5 case';
const NOTE = 'D03 1 data-quality';

/** S1 was delivered to the pharmacy and supplied there at hour 10. */
const supplied = () =>
  new Story().delivered(PHARMACY, 'S1', 'S2').event(PHARMACY, says(PHARMACY, 'supply', 10), 'S1');

describe('attacks', () => {
  test.each<[string, (story: Story) => Story, readonly string[]]>([
    ['a copy is verified elsewhere', (s) => s.asks(OTHER_PHARMACY, 'verify', 'S1', 20), [CASE]],
    ['a copy is to be supplied elsewhere', (s) => s.asks(OTHER_PHARMACY, 'supply', 'S1', 20), [CASE]],
    [
      'a copy is tried again and again: one finding',
      (s) =>
        s
          .asks(OTHER_PHARMACY, 'verify', 'S1', 20)
          .asks(OTHER_PHARMACY, 'supply', 'S1', 21)
          .asks(OTHER_PHARMACY, 'supply', 'S1', 99),
      [CASE],
    ],
    [
      'a copy that the counter refused is supplied through the capture door: still one finding',
      (s) =>
        s
          .asks(OTHER_PHARMACY, 'supply', 'S1', 20)
          .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 21), 'S1'),
      [CASE],
    ],
    [
      'a copy is supplied through the capture door only',
      (s) => s.event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 20), 'S1'),
      [CASE],
    ],
    [
      'a supply is dated before the first, to look like it',
      (s) =>
        s.event(
          OTHER_PHARMACY,
          says(OTHER_PHARMACY, 'supply', 9, { recordedAt: says(PHARMACY, 'supply', 20).claimedAt }),
          'S1',
        ),
      [CASE],
    ],
    [
      'two places have copies: two findings',
      (s) => s.asks(OTHER_PHARMACY, 'verify', 'S1', 20).asks(FRENCH_PHARMACY, 'verify', 'S1', 20),
      [CASE, CASE, CASE, 'D22 5 case', 'D22 5 case'],
    ],
    [
      'the first undoes its supply after the copy came up: the case stays',
      (s) => {
        const supply = says(PHARMACY, 'supply', 11);
        return s
          .event(PHARMACY, supply, 'S2')
          .asks(OTHER_PHARMACY, 'verify', 'S2', 20)
          .event(PHARMACY, declares(supply, 21), 'S2');
      },
      [CASE],
    ],
    [
      'the sister organisation of neither shows it',
      (s) => s.asks({ ...SISTER, ownerGroup: 'another chain' }, 'verify', 'S1', 20),
      [CASE],
    ],
  ])('%s', (_name, happens, expected) => {
    expect(happens(supplied()).standing).toEqual(expected);
  });

  test('somebody supplies without holding, and then the holder supplies its own pack', () => {
    const story = new Story()
      .delivered(PHARMACY, 'S1')
      .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 10), 'S1');
    expect(story.standingOf('D03')).toEqual([]);
    story.event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1');
    expect(story.standingOf('D03')).toEqual([CASE]);
    expect(story.found.at(-1)?.parties).toEqual([OTHER_PHARMACY.gln, PHARMACY.gln]);
  });

  test('two supply without holding', () => {
    const story = new Story()
      .delivered(PHARMACY, 'S1')
      .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 10), 'S1')
      .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'supply', 20), 'S1');
    expect(story.standingOf('D03')).toEqual([CASE, CASE]);
  });

  test('many copies in one event are one finding, that names the first organisation once', () => {
    const all = Array.from({ length: 40 }, (_, n) => `M${n}`);
    const story = new Story().delivered(PHARMACY, ...all);
    for (const [n, one] of all.entries()) story.event(PHARMACY, says(PHARMACY, 'supply', 10 + n), one);
    story.event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 100), ...all);
    expect(story.only).toMatchObject({ packs: { length: 40 }, parties: [PHARMACY.gln, OTHER_PHARMACY.gln] });
    expect(story.only.title).toMatch(/^40 serials, two places: /);
  });
});

describe('innocent', () => {
  test.each<[string, (story: Story) => Story, readonly string[]]>([
    [
      'the same pack is scanned again within minutes: no alert',
      (s) => s.asks(PHARMACY, 'verify', 'S1', 10.1),
      [],
    ],
    [
      'the same pack is scanned again within a day: a note to the pharmacy',
      (s) => s.asks(PHARMACY, 'verify', 'S1', 20),
      [NOTE],
    ],
    [
      'days later: the wrong pack was scanned, a note too',
      (s) => s.asks(PHARMACY, 'supply', 'S1', 200),
      [NOTE],
    ],
    ['a sister of the owner group shows it', (s) => s.asks(SISTER, 'verify', 'S1', 20), [NOTE]],
    ['a regulator looks at it', (s) => s.asks(REGULATOR, 'verify', 'S1', 20), []],
    ['the manufacturer examines a complaint', (s) => s.asks(MAKER, 'verify', 'S1', 20), []],
    [
      'it was sent back, and the wholesaler verifies what it received',
      (s) =>
        s
          .event(PHARMACY, says(PHARMACY, 'return-ship', 11, { to: WHOLESALER.gln }), 'S1')
          .asks(WHOLESALER, 'verify', 'S1', 12)
          .event(WHOLESALER, says(WHOLESALER, 'receive', 13), 'S1')
          .asks(WHOLESALER, 'verify', 'S1', 14)
          .event(WHOLESALER, says(WHOLESALER, 'destroy', 15), 'S1'),
      [],
    ],
    [
      'another pack of the batch is supplied',
      (s) => s.event(PHARMACY, says(PHARMACY, 'supply', 20), 'S2'),
      [],
    ],
    [
      'the supply was undone before the pack was supplied elsewhere',
      (s) => {
        const supply = says(PHARMACY, 'supply', 11);
        return s
          .event(PHARMACY, supply, 'S2')
          .event(PHARMACY, declares(supply, 12), 'S2')
          .event(PHARMACY, says(PHARMACY, 'ship', 13, { to: OTHER_PHARMACY.gln }), 'S2')
          .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'receive', 14), 'S2')
          .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 15), 'S2');
      },
      [],
    ],
    [
      'a note is settled by the undo of the first record',
      (s) => {
        const supply = says(PHARMACY, 'supply', 11);
        return s
          .event(PHARMACY, supply, 'S2')
          .asks(PHARMACY, 'verify', 'S2', 20)
          .event(PHARMACY, declares(supply, 21), 'S2');
      },
      [],
    ],
  ])('%s', (_name, happens, expected) => {
    expect(happens(supplied()).standing).toEqual(expected);
  });
});

test('what it says names both places, how far apart, and what to do, in whole sentences', () => {
  const story = supplied();
  story.apart = true;
  const { only } = story.asks(OTHER_PHARMACY, 'verify', 'S1', 20);
  expect(only).toMatchObject({
    title:
      'One serial, two places: pharmacy 4 (City pharmacy 4, Germany) and pharmacy 6 (City pharmacy 6, Germany)',
    observed:
      'pharmacy 6 (City pharmacy 6, Germany) verified Demo tablets 500 mg, serial S1 on 1 October 2026 at 20:00 UTC, 504 km from the first place. ' +
      'The register says that it left circulation at pharmacy 4 (City pharmacy 4, Germany) on 1 October 2026 at 10:00 UTC.',
    countries: ['DE'],
    visibleAt: only.raisedAt,
  });
});

test('across a border each regulator reads of its own place by name and of the other by country', () => {
  const story = supplied().asks(FRENCH_PHARMACY, 'verify', 'S1', 20);
  expect(story.found.map(({ countries, parties, title }) => [countries, parties, title])).toEqual([
    [
      ['DE'],
      [PHARMACY.gln],
      'One serial, two places: pharmacy 4 (City pharmacy 4, Germany) and an organisation in France',
    ],
    [
      ['FR'],
      [FRENCH_PHARMACY.gln],
      'One serial, two places: an organisation in Germany and pharmacy 9 (City pharmacy 9, France)',
    ],
  ]);
  for (const finding of story.found) {
    const foreign = finding.countries[0] === 'DE' ? FRENCH_PHARMACY : PHARMACY;
    expect(JSON.stringify(finding)).not.toContain(foreign.name);
    expect(JSON.stringify(finding)).not.toContain(foreign.gln);
    expect(JSON.stringify(finding)).not.toContain(' km ');
  }
});
