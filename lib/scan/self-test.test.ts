import { describe, expect, test } from 'vitest';
import { generatedPacks } from './corpus-in-tests.ts';
import { judgeSelfTest } from './judge-self-test.ts';
import { readHandScan } from './read-hand-scan.ts';
import { SELF_TEST_SYMBOLS } from './self-test-symbol.ts';
import { KEYBOARDS, type Keyboard, scannedInto, type Workstation } from './typing-scanner-in-tests.ts';
import { parseProfile, type WorkstationProfile } from './workstation-profile.ts';

const YEAR = 2026;
const [FIRST, SECOND, PROOF] = SELF_TEST_SYMBOLS;
const PACKS = generatedPacks(40, 11);

const tested = (workstation: Workstation) =>
  judgeSelfTest(
    scannedInto(workstation, FIRST.text),
    scannedInto(workstation, SECOND.text),
    '2026-11-20T10:00:00.000Z',
  );

const codesOf = (workstation: Workstation) => tested(workstation).findings.map(({ code }) => code);

/** What is read of a symbol's text: its fields, or nothing where it was not trusted. */
function fieldsRead(workstation: Workstation, text: string, profile: WorkstationProfile) {
  const read = readHandScan(scannedInto(workstation, text), { thisYear: YEAR, profile });
  return read.ok ? read.value.elements.map(({ ai, value }) => ai + value).join('|') : undefined;
}

/** What stands in the symbol, as a camera reads it. */
function fieldsOf(text: string) {
  const read = readHandScan(
    { text, strokes: [...text].map((key) => ({ key })), ended: 'Enter', paceMs: 1 },
    { thisYear: YEAR },
  );
  return read.ok ? read.value.elements.map(({ ai, value }) => ai + value).join('|') : 'unread';
}

describe('the self-test', () => {
  test('finds nothing at a workstation that is well set', () => {
    for (const computer of KEYBOARDS) {
      const { findings, profile } = tested({ scanner: computer, computer, identifier: true });
      expect(findings, computer).toEqual([]);
      expect(profile, computer).toBeDefined();
    }
  });

  test.each(['german', 'french'] as const)(
    'names a scanner set to the United States at a %s computer',
    (computer) => {
      const { findings, profile } = tested({ scanner: 'us', computer, identifier: true });
      expect(findings).toMatchObject([{ code: 'self-test/keyboard-layout', scanner: 'us', host: computer }]);
      expect(profile).toBeDefined();
    },
  );

  test.each<[string, Partial<Workstation>, readonly string[]]>([
    ['a separator that does not come', { separator: 'none' }, ['self-test/separator-lost']],
    ['a separator in words', { separator: { text: '{GS}' } }, ['self-test/separator-replaced']],
    ['a separator as a function key', { separator: 'F8' }, ['self-test/separator-replaced']],
    ['a separator that data may hold', { separator: { text: '<GS>' } }, ['self-test/separator-unclear']],
    ['text added', { prefix: 'SCAN', suffix: '#' }, ['self-test/added-text']],
    ['letters exchanged', { letters: 'exchanged' }, ['self-test/letter-case']],
    ['Caps Lock', { capsLock: true }, ['self-test/caps-lock']],
    ['capitals only', { letters: 'capitals' }, ['self-test/alike']],
    ['no identifier', { identifier: false }, ['self-test/no-identifier']],
    ['no line end', { ended: 'silence' }, ['self-test/no-line-end']],
    ['each character twice', { twice: 'character' }, ['self-test/doubled']],
    ['a slow scanner', { paceMs: 70 }, ['self-test/slow']],
    ['a scan that is cut off', { cutTo: 0.8 }, ['self-test/unreadable']],
  ])('finds %s', (_, fault, codes) => {
    expect(codesOf({ scanner: 'us', computer: 'us', identifier: true, ...fault })).toEqual(codes);
  });

  test('keeps no profile where what was meant cannot be known', () => {
    for (const fault of [
      { separator: 'none' },
      { letters: 'capitals' },
      { separator: { text: '<GS>' } },
      { twice: 'character' },
    ] as const) {
      const { profile } = tested({ scanner: 'us', computer: 'us', identifier: true, ...fault });
      expect(profile).toBeUndefined();
    }
  });

  test('a profile outlives being kept as text, and nothing else passes for one', () => {
    const { profile } = tested({ scanner: 'us', computer: 'french', identifier: true, prefix: '#' });
    expect(profile).toBeDefined();
    expect(parseProfile(JSON.stringify(profile))).toEqual(profile);
    for (const text of [null, '', '{}', '[]', 'null', JSON.stringify({ ...profile, version: 2 })]) {
      expect(parseProfile(text)).toBeUndefined();
    }
  });
});

const SETTINGS: readonly Partial<Workstation>[] = [
  {},
  { identifier: false },
  { separator: 'F8' },
  { separator: { text: '{GS}' } },
  { separator: { text: '^' } },
  { separator: 'number' },
  { prefix: 'AB', suffix: '*' },
  { letters: 'exchanged' },
  { capsLock: true },
  { tellsKeys: false },
];

const workstations: readonly Workstation[] = KEYBOARDS.flatMap((scanner) =>
  KEYBOARDS.flatMap((computer) =>
    SETTINGS.map((setting) => ({ scanner, computer, identifier: true, ...setting })),
  ),
);

test('with the profile of its self-test, a workstation reads what stands in the symbol, or says why not', () => {
  let [profiles, corrected, read] = [0, 0, 0];
  for (const workstation of workstations) {
    const { profile } = tested(workstation);
    if (!profile) continue;
    profiles++;
    const texts = [PROOF.text, ...PACKS.slice(profiles % 30, (profiles % 30) + 5).map(({ text }) => text)];
    for (const text of texts) {
      const fields = fieldsRead(workstation, text, profile);
      expect(fields, JSON.stringify([workstation, text])).toBe(fieldsOf(text));
      read++;
      if (scannedInto(workstation, text).text !== `]d2${text}`) corrected++;
    }
  }
  console.log(
    `${workstations.length} workstations, ${profiles} profiles, ${read} read, ${corrected} put right, 0 wrong`,
  );
  expect(corrected).toBeGreaterThan(1000);
});

/** What may change at a workstation after its test. */
const CHANGES: readonly ((workstation: Workstation) => readonly Workstation[])[] = [
  (was) => [{ ...was, capsLock: !was.capsLock }],
  (was) => KEYBOARDS.map((scanner: Keyboard) => ({ ...was, scanner })),
  (was) => KEYBOARDS.map((computer: Keyboard) => ({ ...was, computer })),
  (was) => [
    { ...was, separator: 'none' },
    { ...was, separator: { text: '|' } },
  ],
  (was) => [
    { ...was, prefix: '' },
    { ...was, suffix: 'X' },
    { ...was, prefix: '00' },
  ],
  (was) => [
    { ...was, letters: 'exchanged' },
    { ...was, letters: 'as they are' },
  ],
  (was) => [{ ...was, identifier: !was.identifier }],
  (was) => [
    { ...was, twice: 'code' },
    { ...was, twice: 'character' },
  ],
  (was) => [{ ...was, ended: 'silence', cutTo: 0.9 }],
];

/** How a reading after a change stands to what is in the symbol. */
function outcomeOf(now: Workstation, text: string, profile: WorkstationProfile) {
  const fields = fieldsRead(now, text, profile);
  if (fields === undefined) return 'not sent';
  if (fields === fieldsOf(text)) return 'right';
  // A suffix of letters that was set up later is, to the last key, another code.
  return fields === fieldsOf(`${now.prefix ?? ''}${text}${now.suffix ?? ''}`) ? 'as sent' : 'wrong';
}

test('whatever changes after the self-test, nothing is put right wrongly', () => {
  const counts = { 'not sent': 0, right: 0, 'as sent': 0, wrong: 0 };
  for (const [at, was] of workstations.entries()) {
    const { profile, findings } = tested(was);
    if (!profile) continue;
    const putsRight = findings.some(({ code }) => /keyboard-layout|letter-case|caps-lock/.test(code));
    const text = PACKS[at % PACKS.length]?.text ?? '';
    for (const now of CHANGES.flatMap((change) => change(was))) {
      const outcome = outcomeOf(now, text, profile);
      counts[outcome]++;
      // Without corrections, a scanner set otherwise may pass for a good one, key by key.
      expect(outcome === 'wrong' && putsRight, JSON.stringify([was, now, text])).toBe(false);
    }
  }
  console.log(`after the test: ${JSON.stringify(counts)}; none put right wrongly`);
  expect(counts['not sent']).toBeGreaterThan(counts.wrong * 20);
});
