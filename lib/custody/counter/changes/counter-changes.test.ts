import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHANGE_RULES } from './index.ts';

test('every change file is registered under its own name, and names its section', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3));
  expect(Object.keys(CHANGE_RULES).sort()).toEqual(files.sort());
  for (const [state, rule] of Object.entries(CHANGE_RULES)) {
    expect(rule.state).toBe(state);
    expect(rule.source).toBe('custody.md 1');
  }
});
