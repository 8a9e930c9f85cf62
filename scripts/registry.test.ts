import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { plantedFolder } from './planted-in-tests.ts';
import { missingFromRegistry } from './registry-check.ts';
import { repository } from './repository.ts';

/** The only index files there are. */
const registries = readdirSync(join(repository, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('/index.ts') && !name.startsWith('store/generated'))
  .map((name) => join(repository, 'lib', name));

test.each(registries)('every file beside %s is registered in it', async (registry) => {
  const module: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(registry).href);
  const registered = Object.values(module).flatMap((list) => Object.values(list ?? {}));
  expect(registered.length).toBeGreaterThan(0);
  expect(await missingFromRegistry(dirname(registry), registered)).toEqual([]);
});

test('a rule file that nobody registered is found', async () => {
  const folder = plantedFolder({
    'registered.ts': "export const registered = 'the entry itself';\n",
    'forgotten.ts': "export const forgotten: { id: string } = { id: 'forgotten' };\n",
    'forgotten.test.ts': 'throw new Error();\n',
    'index.ts': "import { registered } from './registered.ts';\nexport const RULES = [registered];\n",
  });
  expect(await missingFromRegistry(folder, ['the entry itself'])).toEqual(['forgotten.ts']);
});
