import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/packs/09506000134352/A%2FB?reason=x', '/search?q=(01)'])(
  '%s stays on this site',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

// What browsers read as another site, or as script, each in a spelling of its own.
test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/a\\..\\..\\evil',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/ /evil.example',
  '',
  null,
  ['/', '/'],
])('%j leads nowhere', (path) => {
  expect(localPath(path)).toBeNull();
});
