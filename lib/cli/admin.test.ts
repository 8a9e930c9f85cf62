import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { authenticate } from '../auth/authenticate.ts';
import { administratorOfSession, scopeOfSession } from '../auth/scope-of-session.ts';
import { signIn } from '../auth/sign-in.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore } from '../store/pool.ts';
import { glnOf } from '../store/world-in-tests.ts';
import { admin } from './admin.ts';
import { ADMIN_COMMANDS } from './admin-commands.ts';
import type { ConsoleIo } from './console-io.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vialog-admin-'));
const [maker, plant, shop, counter] = [glnOf(10), glnOf(11), glnOf(20), glnOf(21)];

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  connectStore({ url: (await testDatabase()).url });
});
afterAll(async () => {
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

/** Runs a command as typed, values with blanks in quotes. */
async function run(command: string, { secret = '', isInteractive = false } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io: ConsoleIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    isInteractive,
    readSecret: async () => secret,
  };
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const code = await admin(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const json = async (command: string) => {
  const { code, out, err } = await run(`${command} --json`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};
const cookie = async (email: string, password: string) =>
  new Headers({ cookie: (await signIn(email, password)) ?? '' });

describe('from an empty database to a key that works', () => {
  test('the first administrator gets a password that is shown once', async () => {
    const { code, out } = await run('create-administrator --email First@vialog.example --name "The first"');
    expect(code).toBe(0);
    const password = /Password, shown this once: (\S+)/.exec(out)?.[1] ?? '';
    expect(await administratorOfSession(await cookie('first@vialog.example', password))).toMatchObject({
      ok: true,
      value: { name: 'The first' },
    });
  });

  test('organisations, places, licences, prefixes and agents are registered and listed', async () => {
    await json(`create-organisation --gln ${maker} --name Maker --role manufacturer --country DE`);
    await json(
      `create-organisation --gln ${shop} --name "A pharmacy" --role pharmacy --country FR --owner-group Chain`,
    );
    await json(
      `add-location --organisation ${maker} --gln ${plant} --name Plant --kind plant --country DE --city Bonn --time-zone Europe/Berlin --latitude 50.7 --longitude 7.1`,
    );
    await json(
      `add-location --organisation ${shop} --gln ${counter} --name Counter --kind pharmacy --country FR --city Lyon --time-zone Europe/Paris`,
    );
    await json(`add-licence --organisation ${shop} --activity dispense --market FR --from 2020-01-01`);
    expect(await json(`suspend --organisation ${shop} --from 2021-01-01 --to 2021-01-31`)).toMatchObject({
      organisation: shop,
    });
    await json(`assign-prefix --organisation ${maker} --prefix 9521234`);
    await json(`add-agent --principal ${maker} --agent ${shop} --until 2099-12-31T00:00:00Z`);

    expect(await json('list-organisations')).toEqual([
      {
        gln: shop,
        name: 'A pharmacy',
        role: 'pharmacy',
        country: 'FR',
        ownerGroup: 'Chain',
        realm: 0,
        sandbox: false,
        companyPrefixes: [],
        agents: [],
      },
      {
        gln: maker,
        name: 'Maker',
        role: 'manufacturer',
        country: 'DE',
        realm: 0,
        sandbox: false,
        companyPrefixes: ['9521234'],
        agents: [shop],
      },
    ]);
    expect(await json(`list-locations --organisation ${maker}`)).toMatchObject([
      { gln: plant, city: 'Bonn', latitude: 50.7, timeZone: 'Europe/Berlin' },
    ]);
    expect(await json(`list-licences --organisation ${shop}`)).toMatchObject([
      { activity: 'dispense', market: 'FR', validFrom: '2020-01-01' },
    ]);
    const { out } = await run('list-organisations');
    expect(out.split('\n')[1]).toContain('A pharmacy');
  });

  test('a sandbox lives in a realm of its own', async () => {
    const made = await json(
      `create-organisation --gln ${glnOf(30)} --name Sandbox --role manufacturer --country DE --sandbox`,
    );
    expect(made).toMatchObject({ sandbox: true, realm: 1 });
  });

  test('a person signs in with the password they chose, bound to their place', async () => {
    const { code, out } = await run(
      `create-user --organisation ${shop} --email till@vialog.example --name Till --role operator --location ${counter} --password-stdin`,
      { secret: 'correct horse battery' },
    );
    expect({ code, told: out.includes('correct horse') }).toEqual({ code: 0, told: false });
    expect(await scopeOfSession(await cookie('till@vialog.example', 'correct horse battery'))).toMatchObject({
      ok: true,
      value: { organisation: shop, location: counter, userRole: 'operator' },
    });
    expect(await json('list-users')).toMatchObject([
      { email: 'first@vialog.example', platformAdministrator: true },
      { email: 'till@vialog.example', organisation: shop, userRole: 'operator', location: counter },
    ]);
  });

  test('at a terminal the password is asked for', async () => {
    const { code, out } = await run(
      `create-user --organisation ${shop} --email asked@vialog.example --name Asked --role viewer`,
      { secret: 'staple battery horse', isInteractive: true },
    );
    expect({ code, out }).toEqual({ code: 0, out: 'asked@vialog.example can sign in now.' });
    expect(await signIn('asked@vialog.example', 'staple battery horse')).toBeDefined();
  });

  test('a key speaks for its place until it is revoked, and is listed without its text', async () => {
    const issued = await json(
      `issue-key --organisation ${shop} --name till --location ${counter} --scope packs --scope verify --days 30`,
    );
    const request = { headers: new Headers({ authorization: `Bearer ${issued.key}` }) };
    expect(await authenticate(request, 'packs')).toMatchObject({ ok: true, value: { location: counter } });
    expect(await authenticate(request, 'capture')).toMatchObject({ ok: false });

    const listed = await run(`list-keys --organisation ${shop} --json`);
    expect(JSON.parse(listed.out)).toMatchObject([
      { id: issued.id, name: 'till', scopes: ['packs', 'verify'] },
    ]);
    expect(listed.out).not.toContain(issued.key);

    await json(`revoke-key --organisation ${shop} --id ${issued.id}`);
    expect(await authenticate(request, 'packs')).toEqual({ ok: false, error: { code: 'auth/bad-key' } });
  });
});

describe('input that cannot be used ends with code 2 and one sentence', () => {
  test.each([
    ['frobnicate', 'There is no command "frobnicate"'],
    ['create-organisation --gln 1', '--name is missing'],
    [`create-organisation --gln 1 --name N --role pharmacy --country DE`, '--gln 1 is no GLN'],
    [`create-organisation --gln ${glnOf(40)} --name N --role king --country DE`, 'is none of: manufacturer'],
    [
      `create-organisation --gln ${glnOf(40)} --name N --role pharmacy --country de`,
      '--country de is no country',
    ],
    [`create-organisation --gln ${maker} --name N --role pharmacy --country DE`, 'is registered already'],
    [`list-locations --organisation ${glnOf(41)}`, 'No organisation has the GLN'],
    [`assign-prefix --organisation ${shop} --prefix 9521234`, 'is assigned to Maker'],
    [`assign-prefix --organisation ${shop} --prefix 12`, 'is no company prefix'],
    [`add-agent --principal ${maker} --agent ${maker}`, 'needs no agent'],
    [`add-licence --organisation ${shop} --activity dispense --market FR --from tomorrow`, 'is no day'],
    [
      `add-import-approval --organisation ${shop} --gtin 09520000000011 --from-market DE --to-market FR --from 2026-01-01`,
      'is not registered',
    ],
    [
      `add-location --organisation ${shop} --gln ${plant} --name P --kind plant --country DE --city B --time-zone Europe/Berlin`,
      'a place does not change hands',
    ],
    [
      `add-location --organisation ${shop} --gln ${glnOf(22)} --name P --kind plant --country DE --city B --time-zone Mars/Olympus`,
      'is no time zone',
    ],
    [`issue-key --organisation ${shop} --name K --location ${plant}`, "is not one of this organisation's"],
    [`issue-key --organisation ${shop} --name K --scope everything`, 'is none of: capture'],
    [`issue-key --organisation ${shop} --name K --days never`, 'is no number'],
    [`revoke-key --organisation ${shop} --id nothing`, 'has no key nothing'],
    [
      'create-administrator --email first@vialog.example --name Again',
      'signs in with first@vialog.example already',
    ],
    ['create-administrator --email nobody --name N', 'is no e-mail address'],
    ['create-administrator --email a@b --name N --shoe-size 43', 'shoe-size'],
  ])('%s', async (command, sentence) => {
    const { code, out, err } = await run(command);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.split('\n')).toHaveLength(1);
  });

  test('a short password makes nobody', async () => {
    const { code, err } = await run(
      'create-administrator --email short@vialog.example --name N --password-stdin',
      {
        secret: 'short',
      },
    );
    expect({ code, err }).toEqual({ code: 2, err: 'A password has at least 12 characters.' });
    expect(JSON.stringify(await json('list-users'))).not.toContain('short@vialog.example');
  });
});

test('help names every command, and every command its options', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  for (const [name, { options }] of Object.entries(ADMIN_COMMANDS)) {
    expect(out).toContain(name);
    const help = await run(`${name} --help`);
    for (const option of Object.keys(options)) expect(help.out).toContain(`--${option} `);
  }
});
