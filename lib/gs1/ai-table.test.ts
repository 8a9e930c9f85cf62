import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { aiEntry, aiEntryAt } from './ai-table.ts';

/** One line of GS1's dictionary: AIs, flags, format, attributes, title. */
type DictionaryLine = { ais: string; flags: string; words: readonly string[] };

function dictionaryLines(): readonly DictionaryLine[] {
  if (!haveVectors) return [];
  return readFileSync(vectorPath('epcis/gs1-syntax/gs1-syntax-dictionary.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [ais = '', second = '', ...rest] = line.split(/\s+/);
      const hasFlags = /^[*?]+$/.test(second);
      return { ais, flags: hasFlags ? second : '', words: hasFlags ? rest : [second, ...rest] };
    });
}

const lines = dictionaryLines();

const ends = (ais: string): readonly string[] => ais.split('-');

describe.skipIf(!haveVectors)(`the AI table says what GS1's dictionary says${vectorsNote}`, () => {
  test.each(lines.map((line) => [line.ais, line] as const))('%s', (ais, { flags, words }) => {
    const attribute = (name: string) =>
      words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
    for (const ai of ends(ais)) {
      const entry = aiEntry(ai);
      expect(entry?.predefined).toBe(flags.includes('*'));
      expect(entry?.requires.map((group) => group.join('+')).join(',')).toBe(attribute('req') ?? '');
      expect(entry?.excludes.join(',')).toBe(attribute('ex') ?? '');
      expect(entry?.components.map(formatOf)).toEqual(
        words.filter((word) => /^\[?[NXYZ](?:\.\.)?\d/.test(word)),
      );
    }
  });

  test('and knows no AI besides', () => {
    const known = Array.from({ length: 10_000 }, (_, i) => String(i)).flatMap((n) =>
      [2, 3, 4]
        .filter((size) => n.length <= size && aiEntry(n.padStart(size, '0')))
        .map((size) => n.padStart(size, '0')),
    );
    const inDictionary = (ai: string): boolean =>
      lines.some(({ ais }) => {
        const [first = '', last = first] = ends(ais);
        return ai.length === first.length && ai >= first && ai <= last;
      });
    expect(known.filter((ai) => !inDictionary(ai))).toEqual([]);
    expect(known.length).toBeGreaterThan(500);
  });
});

function formatOf(component: {
  charset: string;
  min: number;
  max: number;
  optional: boolean;
  linters: readonly string[];
}): string {
  const { charset, min, max, optional, linters } = component;
  const size = `${charset}${min === max ? '' : '..'}${max}`;
  return [optional ? `[${size}]` : size, ...linters].join(',');
}

test('no AI begins another, so a text can be cut without looking back', () => {
  expect(aiEntryAt('0109506000134352', 0)?.ai).toBe('01');
  expect(aiEntryAt('7141234567', 0)?.ai).toBe('714');
  expect(aiEntryAt('3103000195', 0)?.ai).toBe('3103');
  expect(aiEntryAt('0412345', 0)).toBeUndefined();
  expect(aiEntryAt('', 0)).toBeUndefined();
});
