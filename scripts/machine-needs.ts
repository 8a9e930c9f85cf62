import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';
import { installDebianPackages } from './debian-packages.ts';
import { NOTHING, type Tally } from './tally.ts';

const inCi = process.env['CI'] !== undefined && process.env['CI'] !== '';

const hasGo = (): boolean => spawnSync('go', ['version']).status === 0;

/** Sees to a browser. What comes back counts as a test when there is none: skipped on a desk, failed in CI. */
export async function needBrowser(): Promise<Tally | undefined> {
  if (findChromium() !== undefined) return undefined;
  console.log('Installing Chromium …');
  const reason = await installDebianPackages(['chromium']);
  return findChromium() === undefined ? missing('browser tests: there is no Chromium', reason) : undefined;
}

/** Sees to Go and its own reader of transparency logs, the second opinion on ours. Only where nobody is asked for it. */
export async function needGo(): Promise<Tally | undefined> {
  if (hasGo()) return undefined;
  console.log('Installing Go …');
  const reason = await installDebianPackages(['golang-go', 'golang-golang-x-mod-dev']);
  return hasGo() ? undefined : missing('the log read by Go’s own packages: there is no Go', reason);
}

function missing(what: string, reason = 'its installation left none'): Tally {
  const reasons = [`${what} (${reason})`];
  return inCi ? { ...NOTHING, failed: 1, reasons } : { ...NOTHING, skipped: 1, reasons };
}
