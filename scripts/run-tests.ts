/** `npm test`: everything there is; `npm test -- unit browser` runs those stages only. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import type { Check } from './checks.ts';
import { CHECKS } from './checks.ts';
import { removeDatabaseOf } from './database-folder.ts';
import { freePort } from './free-port.ts';
import { generateClient } from './generate-client.ts';
import { needBrowser, needGo } from './machine-needs.ts';
import { mainOf } from './main-of.ts';
import { playwrightTally } from './playwright-tally.ts';
import { runChecks } from './report-checks.ts';
import { repository } from './repository.ts';
import { packageProgram, runProgram } from './run-program.ts';
import { NOTHING, sentenceOf, type Tally, tallyOf } from './tally.ts';
import { vitestTally } from './vitest-tally.ts';

const BUILD: Check = {
  name: 'production build',
  run: async () => {
    await buildSite();
    return { code: 0, output: '' };
  },
};

const STAGES: Readonly<Record<string, () => Promise<Tally>>> = {
  check: () => runChecks(CHECKS),
  unit: runUnitTests,
  build: () => runChecks([BUILD]),
  browser: runBrowserTests,
};

async function runUnitTests(): Promise<Tally> {
  await generateClient();
  const noGo = await needGo();
  const tests = await runReported(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json'],
    vitestTally,
  );
  return tallyOf(noGo ?? NOTHING, tests);
}

async function runBrowserTests(): Promise<Tally> {
  if (!hasSpecs(join(repository, 'e2e'))) return NOTHING;
  const noBrowser = await needBrowser();
  if (noBrowser !== undefined) return noBrowser;
  const data = mkdtempSync(join(tmpdir(), 'vialog-e2e-'));
  const env = { VIALOG_E2E_PORT: String(await freePort(0, '127.0.0.1')), VIALOG_E2E_DATA_DIR: data };
  try {
    return await runReported(
      '@playwright/test/cli.js',
      ['test', '--reporter=list,json'],
      playwrightTally,
      env,
    );
  } finally {
    removeDatabaseOf(data);
    rmSync(data, { recursive: true, force: true });
  }
}

const hasSpecs = (folder: string): boolean =>
  existsSync(folder) &&
  readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'));

/** Runs a test program that also writes a JSON report, and reads that. Without a report, or against it, it failed. */
async function runReported(
  path: string,
  args: readonly string[],
  tallyIn: (json: unknown) => Tally,
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'vialog-report-'));
  const report = join(folder, 'report.json');
  try {
    const flags = path.startsWith('vitest') ? [`--outputFile.json=${report}`] : [];
    const { code } = await runProgram(process.execPath, [packageProgram(path), ...args, ...flags], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    });
    const tally = existsSync(report) ? tallyIn(JSON.parse(readFileSync(report, 'utf8'))) : NOTHING;
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mainOf(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in STAGES));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}": choose of ${Object.keys(STAGES).join(', ')}.`);
    return 1;
  }
  let tally = NOTHING;
  for (const [name, run] of Object.entries(STAGES)) {
    if (asked.length === 0 || asked.includes(name)) tally = tallyOf(tally, await run());
  }
  for (const reason of tally.reasons) console.log(`skipped  ${reason}`);
  console.log(sentenceOf(tally));
  return tally.failed === 0 ? 0 : 1;
});
