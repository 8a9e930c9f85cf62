import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MEGABYTE = 1 << 20;
const FILE_BYTES = 16 * MEGABYTE;
/** What Node and the program take by themselves, apart from the file. */
const PROGRAM_MEGABYTES = 120;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vialog-bundle-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Fills a file of 16 megabytes with a piece, the ends around it. */
const filled = (start: string, piece: string, end: string): string =>
  start + piece.repeat(Math.floor(FILE_BYTES / piece.length)) + end;

const PROGRAM = `
import { readFileSync } from 'node:fs';
import { verifyBundle } from ${JSON.stringify(join(import.meta.dirname, 'verify-bundle.ts'))};
const verified = verifyBundle(readFileSync(process.argv[1]));
console.log(JSON.stringify([verified.ok ? 'holds' : verified.error.code, process.resourceUsage().maxRSS]));
`;

test.each<[string, string]>([
  ['members as short as they may be', filled('{', `"aaaaaaaa":1,`, '"b":1}')],
  ['lists as short as they may be', filled('[', `["aaaaaaaaaaaaaaaaaaaaaaaaaaaa"],`, '[]]')],
  ['one long text', filled('{"format":"', 'x', '"}')],
  ['one long text of escapes', filled('{"format":"', '\\u0001', '"}')],
  ['numbers', filled('[', '1,', '1]')],
  ['brackets without end', filled('', '[', '')],
])('a hostile file of %s is refused within ten times its length', (_what, text) => {
  const path = join(folder, 'hostile.json');
  writeFileSync(path, text);
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM, path], { encoding: 'utf8' });
  const [code, peakKilobytes] = JSON.parse(run.stdout) as [string, number];
  expect(code).toMatch(/^bundle\//);
  expect(peakKilobytes / 1024).toBeLessThan(PROGRAM_MEGABYTES + (10 * FILE_BYTES) / MEGABYTE);
});
