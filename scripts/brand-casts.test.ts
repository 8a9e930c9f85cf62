import { expect, test } from 'vitest';
import { brandCasts } from './brand-casts.ts';
import { plantedFolder } from './planted-in-tests.ts';
import { repository } from './repository.ts';

test('no file casts to a brand but the one that declares it, and the store that reads it back', () => {
  expect(brandCasts(repository)).toEqual([]);
});

test('a cast to a brand outside its home is found, in each way of writing it', () => {
  const root = plantedFolder({
    'lib/gs1/gtin.ts':
      "export type Gtin = Brand<string, 'Gtin'>;\nexport const parseGtin = (text: string) => text as Gtin;\n",
    'lib/epcis/plain.ts': 'const a = text as Gtin;\n',
    'lib/epcis/many.ts': 'const a = 1;\nconst b = texts as readonly Gtin[];\n',
    'lib/epcis/forced.ts': 'const a = 5 as unknown as Gtin;\n',
    'lib/epcis/broken.ts': 'const a = {\n}\n  as Gtin;\n',
    'lib/store/reads-back.ts': 'const a = row.gtin as Gtin;\n',
    'lib/epcis/renames.ts': "import { type Code as Gtin } from './code.ts';\n",
    'lib/epcis/widens.ts': 'let a = undefined as Gtin | undefined;\n',
    'lib/epcis/plain.test.ts': 'const a = text as Gtin;\n',
    'lib/epcis/other.ts': 'const a = text as GtinLike;\n',
  });
  const found = brandCasts(root, ['lib']).map(({ file, line }) => `${file}:${line}`);
  expect(found.sort()).toEqual([
    'lib/epcis/broken.ts:3',
    'lib/epcis/forced.ts:1',
    'lib/epcis/many.ts:2',
    'lib/epcis/plain.ts:1',
  ]);
});
