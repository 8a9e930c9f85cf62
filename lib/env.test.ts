import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('an empty environment means the demonstration on the embedded database, on this machine only', () => {
  expect(readEnv({})).toMatchObject({
    databaseUrl: undefined,
    demo: true,
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://localhost:3000',
    dataDir: resolve('.data'),
  });
});

test('a database of one’s own turns the demonstration off unless it is asked for', () => {
  const databaseUrl = 'postgresql://vialog@db.example/vialog';
  expect(readEnv({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl, demo: false, host: '0.0.0.0' });
  expect(readEnv({ DATABASE_URL: databaseUrl, VIALOG_DEMO: '1' })).toMatchObject({
    demo: true,
    host: '127.0.0.1',
  });
  expect(readEnv({ VIALOG_DEMO: '0' })).toMatchObject({ demo: false });
});

test('an empty variable counts as absent', () => {
  expect(readEnv({ DATABASE_URL: '', PORT: '', VIALOG_SECRET: '', HOST: '' })).toEqual(readEnv({}));
});

test('HOST and PORT are taken as given', () => {
  expect(readEnv({ HOST: '::', PORT: '8080' })).toMatchObject({
    host: '::',
    port: 8080,
    baseUrl: 'http://localhost:8080',
  });
});

test.each([
  ['PORT', 'many'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'mysql://db/vialog'],
  ['VIALOG_DEMO', 'yes'],
  ['VIALOG_SECRET', 'short'],
  ['VIALOG_METRICS_TOKEN', 'short'],
  ['VIALOG_ORIGIN', 'https://vialog.example/log'],
  ['VIALOG_ORIGIN', 'two words'],
  ['VIALOG_BASE_URL', 'my-host.test'],
  ['HOST', 'http://x/'],
])(
  '%s=%s is refused in one sentence that names the variable and keeps the value to itself',
  (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(new RegExp(`^The environment variable ${name} must [^.]*(\\.[^ ][^.]*)*\\.$`));
    expect(read).not.toThrow(value);
  },
);
