import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDigitalLink } from './digital-link.ts';
import { canonicalUriOf } from './gs1-id.ts';
import { plainSgtinOf } from './plain-sgtin.ts';

const GTIN = '09506000134352';

test('what it reads, the parser of all links reads alike', () => {
  const near = fc.stringMatching(/^[A-Za-z0-9_.%\-~/?]{0,22}$/);
  fc.assert(
    fc.property(near, (serial) => {
      const uri = `https://id.gs1.org/01/${GTIN}/21/${serial}`;
      const plain = plainSgtinOf(uri);
      const parsed = parseDigitalLink(uri);
      if (!plain) return;
      expect(parsed).toMatchObject({
        ok: true,
        value: { key: plain.key, qualifiers: [plain.qualifier], attributes: [] },
      });
      expect(canonicalUriOf(plain)).toBe(uri);
    }),
  );
});

test('it reads an ordinary pack, and nothing with a wrong check digit, another domain or a batch', () => {
  expect(plainSgtinOf(`https://id.gs1.org/01/${GTIN}/21/A-1_b`)).toEqual({
    key: { ai: '01', value: GTIN },
    qualifier: { ai: '21', value: 'A-1_b' },
  });
  for (const other of [
    'https://id.gs1.org/01/09506000134353/21/A1',
    `https://example.org/01/${GTIN}/21/A1`,
    `https://id.gs1.org/01/${GTIN}/10/A1`,
    `https://id.gs1.org/01/${GTIN}`,
    `https://id.gs1.org/01/${GTIN}/21/`,
    `https://id.gs1.org/01/${GTIN}/21/A%2FB`,
    `https://id.gs1.org/01/${GTIN}/21/A1?17=280531`,
  ])
    expect(plainSgtinOf(other)).toBeUndefined();
});
