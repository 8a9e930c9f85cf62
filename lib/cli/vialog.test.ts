import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testDatabase } from '../store/database-in-tests.ts';
import { glnOf } from '../store/world-in-tests.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'lib/cli/vialog.js');

/** As a person starts it: a process of its own, with little in its environment. */
const start = (args: readonly string[], { file = program, env = {}, input = '' } = {}) => {
  const done = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    input,
    env: { NODE_ENV: 'test', ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
};

test('help needs no database and answers with 0; no verb and an unknown verb end with 2', () => {
  expect(start(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('admin'), err: '' });
  expect(start(['admin', '--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('create-administrator'),
  });
  expect(start([])).toMatchObject({ code: 2, out: '' });
  expect(start(['frobnicate'])).toMatchObject({ code: 2, out: '' });
});

test('without a database one sentence says what to do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vialog-cli-'));
  const { code, err } = start(['admin', 'list-users'], { env: { VIALOG_DATA_DIR: folder } });
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([expect.stringContaining('set DATABASE_URL')]);
});

test('a command works on the database of the environment and ends by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vialog-cli-'));
  const env = { DATABASE_URL: (await testDatabase()).url, VIALOG_DATA_DIR: folder };
  const made = start(
    [
      'admin',
      'create-administrator',
      '--email',
      'a@vialog.example',
      '--name',
      'A',
      '--password-stdin',
      '--json',
    ],
    { env, input: 'correct horse battery\n' },
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(made.out)).toMatchObject({ email: 'a@vialog.example' });
  const gln = glnOf(10);
  const again = start(
    ['admin', 'create-organisation', '--gln', gln, '--name', 'O', '--role', 'auditor', '--country', 'DE'],
    { env },
  );
  expect(again).toEqual({ code: 0, out: `O (${gln}) is registered.\n`, err: '' });
  rmSync(folder, { recursive: true });
});

test('it runs from an installed package as it does from source', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vialog-cli-')));
  const installed = join(folder, 'node_modules', 'vialog');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  cpSync(join(root, 'lib'), join(installed, 'lib'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  const file = join(installed, 'lib/cli/vialog.js');
  expect(start(['admin', '--help'], { file })).toMatchObject({
    code: 0,
    out: expect.stringContaining('issue-key'),
  });
  const { code, err } = start(['admin', 'list-users'], { file, env: { VIALOG_DATA_DIR: folder } });
  rmSync(folder, { recursive: true });
  expect({ code, says: err.includes('set DATABASE_URL') }).toEqual({ code: 1, says: true });
});
