import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFromRegistry } from '../../../scripts/registry-check.ts';
import { RULES } from './index.ts';

const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && name !== 'index.ts' && !name.endsWith('.test.ts'),
);

test('every rule file is registered, once, under its own name', async () => {
  expect(await missingFromRegistry(import.meta.dirname, RULES)).toEqual([]);
  expect(RULES.map(({ id }) => id as string).sort()).toEqual(
    files.map((name) => `custody/${name.slice(0, -'.ts'.length)}`).sort(),
  );
});

test('every rule names the section that it comes from', () => {
  for (const { source } of RULES) expect(source).toMatch(/^custody\.md [1-7]$/);
});
