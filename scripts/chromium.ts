import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where distributions put a Chromium; Playwright's own is looked for first. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test with, if this machine has one. */
export const findChromium = (): string | undefined =>
  [chromium.executablePath(), ...PLACES].find((path) => existsSync(path));

/** A container has no user namespaces for the sandbox, and a test talks to nobody but the server under test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
