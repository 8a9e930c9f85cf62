import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { gtinOf, organisationInTests } from '../store/world-in-tests.ts';
import { admin } from './admin.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vialog-accounts-'));
let maker = '';
let shop = '';
let counter = '';

beforeAll(async () => {
  vi.stubEnv('VIALOG_SECRET', 'a secret of this test run, thirty-two characters');
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  vi.stubEnv('VIALOG_BASE_URL', 'https://vialog.example');
  connectStore({ url: (await testDatabase()).url });
  maker = (await organisationInTests(10, 'manufacturer')).organisation;
  const scope = await organisationInTests(20, 'pharmacy');
  shop = scope.organisation;
  counter = scope.location ?? '';
});
afterAll(async () => {
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

async function run(command: string) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    isInteractive: false,
    readSecret: async () => '',
  };
  const code = await admin(command.split(' '), io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const json = async (command: string) => {
  const { code, out, err } = await run(`${command} --json`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};

test('a grant is given, listed on both sides and revoked', async () => {
  const given = await json(
    `give-grant --from ${maker} --to ${shop} --show outline --gtin ${gtinOf(1)} --batch L1`,
  );
  expect(given).toMatchObject({ from: maker, to: shop, show: 'outline', batch: 'L1', purpose: 'operations' });
  expect(await json(`list-grants --organisation ${shop}`)).toEqual([given]);

  expect(await run(`revoke-grant --organisation ${shop} --id ${given.id}`)).toMatchObject({ code: 2 });
  await json(`revoke-grant --organisation ${maker} --id ${given.id}`);
  expect(await json(`list-grants --organisation ${maker}`)).toMatchObject([
    { revokedAt: expect.any(String) },
  ]);
  const { rows } = await pool().query('select kind from statement order by at, kind');
  expect(rows).toEqual([{ kind: 1 }, { kind: 2 }]);
});

test.each([
  ['to nobody', () => `give-grant --from ${maker} --to ${counter}`, '--to names nobody else'],
  ['to oneself', () => `give-grant --from ${maker} --to ${maker}`, '--to names nobody else'],
  [
    'of a batch of nothing',
    () => `give-grant --from ${maker} --to ${shop} --batch L1`,
    '--batch and --serial',
  ],
  [
    'that is over',
    () => `give-grant --from ${maker} --to ${shop} --until 2020-01-01T00:00:00Z`,
    '--until is before',
  ],
  ['of half an event', () => `give-grant --from ${maker} --to ${shop} --event ab`, '--event ab is no id'],
])('a grant %s is not given', async (_name, command, sentence) => {
  const { code, err } = await run(command());
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});

test('an invitation is a link that is shown once, for a person, a role and places', async () => {
  const { out } = await run(
    `invite --organisation ${shop} --email New@shop.example --role viewer --location ${counter}`,
  );
  expect(out).toMatch(/\nhttps:\/\/vialog\.example\/invitation\/[\w-]{43}$/);
  const { rows } = await pool().query(
    'select i.email, p.location, p.user_role from invitation i join invitation_place p on p.invitation = i.id',
  );
  expect(rows).toEqual([{ email: 'new@shop.example', location: counter, user_role: 'viewer' }]);
  expect(
    (await run(`invite --organisation ${maker} --email a@b.example --role viewer --location ${counter}`))
      .code,
  ).toBe(2);
  expect((await run(`invite --organisation ${maker} --email nobody --role viewer`)).code).toBe(2);
});

test('a second factor is demanded and not, and taken from who has lost it', async () => {
  await json(`demand-second-factor --organisation ${shop}`);
  await json(`demand-second-factor --organisation ${maker} --off`);
  const { rows } = await pool().query(
    'select demands_second_factor as demands from organisation order by gln',
  );
  expect(rows).toEqual([{ demands: false }, { demands: true }]);

  await pool().query(`update "user" set "twoFactorEnabled" = true where id = '20'`);
  await json('reset-second-factor --email operator-20@vialog.example');
  const after = await pool().query(`select "twoFactorEnabled" as on from "user" where id = '20'`);
  expect(after.rows).toEqual([{ on: false }]);
  expect((await run('reset-second-factor --email nobody@vialog.example')).code).toBe(2);
});
