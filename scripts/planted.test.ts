import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licenceFaults } from './licence-faults.ts';
import { plantedFolder } from './planted-in-tests.ts';
import { repository } from './repository.ts';
import { packageProgram } from './run-program.ts';

/**
 * Each check is given a fault that it must refuse: a check that looks at nothing is as content as one that finds nothing.
 */
const ours = (name: string): string => readFileSync(join(repository, name), 'utf8');

function run(folder: string, path: string, ...args: readonly string[]) {
  const ended = spawnSync(process.execPath, [packageProgram(path), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: ended.status, output: ended.stdout + ended.stderr };
}

/** A file of each kind that others import, and beside it the files at fault, each with the rule that must name it. */
const SOUND = {
  'lib/kernel/result.ts': 'export const ok = 1;\n',
  'lib/kernel/sha256-node.ts': "import { hash } from 'node:crypto';\nexport const sha256 = hash;\n",
  'lib/kernel/sha256-noble.ts': 'export const sha256 = 1;\n',
  'lib/kernel/ed25519-node.ts': 'export const verify = 1;\n',
  'lib/kernel/ed25519-noble.ts': 'export const verify = 1;\n',
  'lib/custody/decide.ts': 'export const decide = 1;\nexport type Decision = 1;\n',
  'lib/store/load.ts': "import pg from 'pg';\nexport const load = pg;\n",
  'lib/queries/screen.ts':
    "import { load } from '../store/load.ts';\nexport const screen = load;\nexport type Screen = 1;\n",
  'lib/env.ts': 'export const env = 1;\n',
  'lib/ledger/good.ts':
    "import { sha256 } from '#sha256';\nimport { ok } from '../kernel/result.ts';\nexport const good = [sha256, ok];\n",
  'lib/scan/hen.ts': "export { egg } from './egg.ts';\nexport const hen = 1;\n",
  'lib/worker/good.ts': "import { env } from '../env.ts';\nexport const good = env;\n",
  'components/good.tsx':
    "import type { Screen } from '../lib/queries/screen.ts';\nexport type Good = Screen;\n",
  'lib/ledger/good.test.ts':
    "import { readFileSync } from 'node:fs';\nimport { decide } from '../custody/decide.ts';\nexport default [readFileSync, decide];\n",
};

const FORBIDDEN: readonly (readonly [file: string, text: string, rule: string])[] = [
  [
    'lib/ledger/call.ts',
    "import { decide } from '../custody/decide.ts';\nexport default decide;\n",
    'layer lib/ledger',
  ],
  ['lib/ledger/dynamic.ts', "export default () => import('../custody/decide.ts');\n", 'layer lib/ledger'],
  [
    'lib/ledger/type.ts',
    "import type { Decision } from '../custody/decide.ts';\nexport type X = Decision;\n",
    'layer lib/ledger',
  ],
  ['lib/ledger/inline.ts', "export type X = import('../custody/decide.ts').Decision;\n", 'layer lib/ledger'],
  ['lib/ledger/alias.ts', "export { decide } from '@/lib/custody/decide.ts';\n", 'layer lib/ledger'],
  [
    'lib/gs1/file.ts',
    "import { readFileSync } from 'node:fs';\nexport default readFileSync;\n",
    'pure folders do no I/O',
  ],
  [
    'lib/gs1/timer.ts',
    "import { setTimeout } from 'node:timers/promises';\nexport default setTimeout;\n",
    'pure folders do no I/O',
  ],
  [
    'lib/epcis/react.ts',
    "import { useState } from 'react';\nexport default useState;\n",
    'pure folders do no I/O',
  ],
  [
    'lib/custody/crypto.ts',
    "import { hash } from 'node:crypto';\nexport default hash;\n",
    'pure folders reach node:crypto only through #sha256 and #ed25519',
  ],
  [
    'lib/evidence/hash.ts',
    "export { sha256 } from '../kernel/sha256-node.ts';\n",
    'a hash or signature is not chosen by hand',
  ],
  [
    'lib/service/sql.ts',
    "import pg from 'pg';\nexport default pg;\n",
    'only the store talks to the database',
  ],
  ['lib/service/env.ts', "import { env } from '../env.ts';\nexport default env;\n", 'layer lib/service'],
  [
    'lib/store/upwards.ts',
    "import { screen } from '../queries/screen.ts';\nexport default screen;\n",
    'layer lib/store',
  ],
  [
    'lib/cli/verify.ts',
    "import { load } from '../store/load.ts';\nexport default load;\n",
    'who does not trust us needs pure folders only',
  ],
  [
    'lib/cli/audit-fetch.ts',
    "import { z } from 'zod';\nexport default z;\n",
    'who does not trust us needs pure folders only',
  ],
  [
    'components/calls.tsx',
    "import { screen } from '../lib/queries/screen.ts';\nexport default screen;\n",
    'components may only name the types of lib/queries',
  ],
  ['app/page.tsx', "import { load } from '../lib/store/load.ts';\nexport default load;\n", 'layer app'],
  [
    'lib/http/lost.ts',
    "import { gone } from './gone.ts';\nexport default gone;\n",
    'every import leads somewhere',
  ],
  [
    'lib/auth/tested.ts',
    "import test from '../ledger/good.test.ts';\nexport default test;\n",
    'nothing imports a test',
  ],
  ['lib/scan/egg.ts', "export { hen } from './hen.ts';\nexport const egg = 1;\n", 'no cycles'],
];

test('a forbidden import is refused, whichever way it is written, and nothing else is', () => {
  const forbidden = FORBIDDEN;
  const folder = plantedFolder({
    ...SOUND,
    ...Object.fromEntries(forbidden.map(([file, text]) => [file, text])),
    '.dependency-cruiser.cjs': ours('.dependency-cruiser.cjs'),
    'tsconfig.json': ours('tsconfig.json'),
    'package.json': ours('package.json'),
  });
  const cruise = (format: string) => {
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', format, 'app', 'components', 'lib'];
    return run(folder, 'dependency-cruiser/bin/dependency-cruiser.mjs', ...args);
  };
  const found: readonly { from: string; rule: { name: string } }[] = JSON.parse(cruise('json').output).summary
    .violations;
  const sorted = (pairs: readonly string[]) => [...new Set(pairs)].sort();
  expect(sorted(found.map(({ from, rule }) => `${from}: ${rule.name}`))).toEqual(
    expect.arrayContaining(sorted(forbidden.map(([file, , rule]) => `${file}: ${rule}`))),
  );
  expect(found.filter(({ from }) => from in SOUND)).toEqual([]);
  // The JSON report always ends with 0; the one the check uses must not.
  expect(cruise('err').code).not.toBe(0);
});

test('an export, a file and a package that nobody uses are refused', () => {
  const folder = plantedFolder({
    'package.json': JSON.stringify({ type: 'module', dependencies: { pg: '1', zod: '1' } }),
    'knip.json': ours('knip.json'),
    'lib/cli/vialog.js': "import { used } from '../kernel/parts.ts';\nimport 'pg';\nused();\n",
    'lib/kernel/parts.ts': 'export const used = () => {};\nexport const plantedExport = 1;\n',
    'lib/kernel/planted-file.ts': 'export const lonely = 1;\n',
  });
  const { code, output } = run(folder, 'knip/bin/knip.js', '--no-progress', '--no-config-hints');
  expect(output).toMatch(/plantedExport/);
  expect(output).toMatch(/planted-file\.ts/);
  expect(output).toMatch(/^zod/m);
  expect(output).not.toMatch(/^(pg\b|used)/m);
  expect(code).not.toBe(0);
});

const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) => `  console.log(${n});`).join('\n');
const nested = (depth: number): string =>
  depth === 0 ? 'a += 1;' : `if (a > ${depth}) { ${nested(depth - 1)} }`;

const LINT: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['lib/long-function.ts', `export function long() {\n${lines(60)}\n}\n`, 'noExcessiveLinesPerFunction'],
  [
    'components/long-component.tsx',
    `export function Long() {\n${lines(81)}\n}\n`,
    'noExcessiveLinesPerFunction',
  ],
  ['lib/long-file.ts', 'export const a = 1;\n'.repeat(251), 'noExcessiveLinesPerFile'],
  [
    'lib/winding.ts',
    `export function winding(a: number) { ${nested(6)} return a; }\n`,
    'noExcessiveCognitiveComplexity',
  ],
  [
    'lib/greedy.ts',
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1, g: 1) => [a, b, c, d, e, g];\n',
    'useMaxParams',
  ],
  ['lib/any.ts', 'export const a: any = 1;\n', 'noExplicitAny'],
  ['lib/bang.ts', 'export const f = (a?: string) => a!.length;\n', 'noNonNullAssertion'],
  ['lib/reads-env.ts', 'export const a = process.env;\n', 'noProcessEnv'],
  ['lib/badName.ts', 'export const a = 1;\n', 'useFilenamingConvention'],
  ['lib/floating.ts', 'async function f() {}\nexport function g() { f(); }\n', 'noFloatingPromises'],
  ['lib/ugly.ts', 'export const a   =   1\n', 'format'],
];

test.each(LINT)('%s is refused', (file, text, rule) => {
  const folder = plantedFolder({
    [file]: text,
    'biome.json': ours('biome.json'),
    '.gitignore': 'node_modules/\n',
  });
  const { code, output } = run(folder, '@biomejs/biome/bin/biome', 'ci', '--colors=off', file);
  expect(output).toContain(rule);
  expect(code).not.toBe(0);
});

test('a type error, an enum, an unchecked index and an unused variable are refused', () => {
  const { extends: _, ...tsconfig } = JSON.parse(ours('tsconfig.json'));
  const folder = plantedFolder({
    'tsconfig.json': JSON.stringify({ ...tsconfig, include: ['*.ts'] }),
    'wrong.ts': "export const a: number = 'b';\n",
    'enum.ts': 'export enum A {\n  B,\n}\n',
    'index.ts': 'export const first = (list: string[]): string => list[0];\n',
    'unused.ts': 'export function f() {\n  const a = 1;\n}\n',
    'sound.ts': 'export const a: number = 1;\n',
  });
  const { code, output } = run(folder, 'typescript/bin/tsc', '--noEmit', '--incremental', 'false', '-p', '.');
  for (const fault of ['wrong.ts', 'enum.ts', 'index.ts', 'unused.ts']) expect(output).toContain(`${fault}(`);
  expect(output).not.toContain('sound.ts');
  expect(code).not.toBe(0);
});

test('a package under a licence nobody judged is refused, and one of alternatives suffices', () => {
  const lock = (license?: string, dev?: boolean) =>
    JSON.stringify({ packages: { '': {}, 'node_modules/planted': { version: '1.0.0', license, dev } } });
  expect(licenceFaults(lock('GPL-3.0-only'))).toHaveLength(1);
  expect(licenceFaults(lock())).toHaveLength(1);
  expect(licenceFaults(lock('MIT AND GPL-3.0-only'))).toHaveLength(1);
  expect(licenceFaults(lock('(MIT OR GPL-3.0-only)'))).toEqual([]);
  expect(licenceFaults(lock('GPL-3.0-only', true))).toEqual([]);
});
