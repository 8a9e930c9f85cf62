import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUNDLE_SIGNERS, bundleFileInTests } from '../../evidence/bundle/bundle-in-tests.ts';
import { cosignerVkey } from '../../ledger/cosign.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import { main } from '../main.ts';

const KEY = formatVkey(signerVkey(BUNDLE_SIGNERS.log));
const WITNESS = formatVkey(cosignerVkey(BUNDLE_SIGNERS.witnesses[0]));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vialog-verify-'));
  file = join(folder, 'bundle.json');
  writeFileSync(file, bundleFileInTests());
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const lines = { out: [] as string[], err: [] as string[] };
  const code = await main(['verify', ...args], {
    ...{ out: (line) => lines.out.push(line), err: (line) => lines.err.push(line), isInteractive: false },
    readSecret: async () => '',
  });
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

test('a bundle that holds is told in sentences and ends with 0', async () => {
  const { code, out } = await run(file, '--log-key', KEY, '--witness', WITNESS);
  expect(code).toBe(0);
  expect(out).toContain('serial SN0001 holds: 6 entries stand in vialog.example/log under its head of 14.');
  expect(out).toContain('4 events, all from its first to the last shown here');
  expect(out).toContain('2 of 2 witnesses');
  expect(out).not.toContain('--log-key');
});

test('without a key of the log it says whose key it took', async () => {
  expect((await run(file)).out).toContain('was taken from the bundle itself');
});

test('in JSON it says the same', async () => {
  const { code, out } = await run(file, '--json', '--log-key', KEY);
  expect({ code, report: JSON.parse(out) }).toMatchObject({
    ...{ code: 0, report: { ok: true, size: '14', logKeyGiven: true, about: { kind: 'pack' } } },
  });
});

test('a bundle that does not hold ends with 1, a code and the place', async () => {
  writeFileSync(
    file,
    bundleFileInTests().map((byte, at) => (at === 700 ? byte ^ 1 : byte)),
  );
  const told = await run(file, '--log-key', KEY);
  expect(told.code).toBe(1);
  expect(told.err).toMatch(/^The bundle does not hold: bundle\/[a-z-]+ at /);
  expect(JSON.parse((await run(file, '--json')).out)).toMatchObject({ ok: false });
});

test.each([
  [[]],
  [['a', 'b']],
  [['no-such-file']],
  [['FILE', '--log-key', 'nonsense']],
  [['FILE', '--log-key', WITNESS]],
  [['FILE', '--what']],
])('input that cannot be used (%j) ends with 2', async (args) => {
  expect((await run(...args.map((arg) => (arg === 'FILE' ? file : arg)))).code).toBe(2);
});
