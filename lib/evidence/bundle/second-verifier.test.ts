import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signerVkey } from '../../ledger/signer-key.ts';
import { formatVkey } from '../../ledger/vkey.ts';
import type { Bundle } from './bundle.ts';
import { BUNDLE_SIGNERS, bundleFileInTests, bundleInTests } from './bundle-in-tests.ts';
import { verifyBundle } from './verify-bundle.ts';

// biome-ignore lint/style/noProcessEnv: whether this is CI is no setting of ours
const isCi = process.env['CI'] !== undefined;
// In CI the check is not left out: without Python it fails there, and says so.
const mayRun = spawnSync('python3', ['--version']).status === 0 || isCi;
const note = mayRun ? '' : ' (skipped: python3 is not installed)';

const KEY = formatVkey(signerVkey(BUNDLE_SIGNERS.log));
const program = join(import.meta.dirname, 'second-verifier', 'verify.py');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vialog-bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function secondOpinion(file: Uint8Array, key = KEY): string {
  const path = join(folder, 'bundle.json');
  writeFileSync(path, file);
  const run = spawnSync('python3', [program, path, key], { encoding: 'utf8' });
  return run.stdout.trim() || run.stderr.trim();
}

describe.skipIf(!mayRun)(`a verifier that shares no code with ours${note}`, () => {
  test('accepts the bundle that ours accepts', () => {
    expect(verifyBundle(bundleFileInTests()).ok).toBe(true);
    expect(secondOpinion(bundleFileInTests())).toBe('holds');
  });

  test.each<[string, string, (bundle: Bundle) => Partial<Bundle>]>([
    [
      'an event taken out',
      'history',
      ({ entries }) => ({ entries: entries.filter((_entry, at) => at !== 1) }),
    ],
    [
      'another leaf',
      'inclusion',
      ({ entries }) => ({ entries: entries.map((e, at) => (at === 0 ? { ...e, index: e.index + 1n } : e)) }),
    ],
    [
      'too few witnesses',
      'quorum',
      ({ checkpoint }) => ({ checkpoint: `${checkpoint.split('\n').slice(0, -2).join('\n')}\n` }),
    ],
    [
      'a forged observation',
      'observation',
      ({ observations }) => ({ observations: observations.map((one) => ({ ...one, value: 1 })) }),
    ],
  ])('refuses %s, as ours does', (_what, reason, change) => {
    const bundle = bundleInTests();
    const file = bundleFileInTests({ ...bundle, ...change(bundle) });
    expect(verifyBundle(file).ok).toBe(false);
    expect(secondOpinion(file)).toBe(reason);
  });

  test('refuses another log’s key, and a byte changed after sealing', () => {
    const other = signerVkey({ ...BUNDLE_SIGNERS.log, seed: new Uint8Array(32).fill(44) });
    expect(secondOpinion(bundleFileInTests(), formatVkey(other))).toBe('head');
    const file = bundleFileInTests();
    const at = new TextDecoder().decode(file).indexOf('"program":"0.1.0"') + 12;
    expect(secondOpinion(file.with(at, 0x39))).toBe('seal');
  });
});
