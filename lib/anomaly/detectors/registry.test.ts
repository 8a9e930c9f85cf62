import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFromRegistry } from '../../../scripts/registry-check.ts';
import { DETECTORS } from './index.ts';

test('every detector file is registered, once, in the order of the catalogue', async () => {
  expect(await missingFromRegistry(import.meta.dirname, DETECTORS)).toEqual([]);
  const files = readdirSync(import.meta.dirname).filter((name) => /^d\d\d-[a-z-]+\.ts$/.test(name));
  expect(DETECTORS.map(({ id }) => id.toLowerCase())).toEqual(files.map((name) => name.slice(0, 3)).sort());
});

test('every detector names itself and the section that it comes from', () => {
  for (const { id, name, source } of DETECTORS) {
    expect(source).toMatch(new RegExp(`^detectors\\.md 2\\.[234] ${id}$`));
    expect(name).toMatch(/^[A-Z][a-z ]+$/);
  }
});
