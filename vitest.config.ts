import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: 'server-only', replacement: `${root}scripts/server-only-in-tests.ts` },
    ],
  },
  test: {
    include: [
      'lib/**/*.test.ts',
      'components/**/*.test.ts',
      'scripts/**/*.test.ts',
      'app/**/*.test.ts',
      'e2e/unit/**/*.test.ts',
    ],
    globalSetup: ['scripts/test-database-server.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
