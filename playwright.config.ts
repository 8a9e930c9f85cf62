import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.ts';

// `npm test` names a free port and a temporary folder; by hand these serve, and keep their data from run to run.
const port = process.env['VIALOG_E2E_PORT'] ?? '3411';
const baseURL = `http://localhost:${port}`;
process.env['VIALOG_DATA_DIR'] = process.env['VIALOG_E2E_DATA_DIR'] ?? '.cache/e2e';
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'unit/**',
  forbidOnly: process.env['CI'] !== undefined,
  // The server and its database are one, and the journeys tell a story each.
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: 'node scripts/start.js',
    url: baseURL,
    timeout: 600_000,
    reuseExistingServer: process.env['VIALOG_E2E_PORT'] === undefined,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    env: {
      PORT: port,
      VIALOG_DATA_DIR: process.env['VIALOG_DATA_DIR'],
      DATABASE_URL: '',
      HOST: '',
      VIALOG_BASE_URL: '',
      VIALOG_DEMO: '1',
    },
  },
});
