import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { main } from './main.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'vialog-backtest-'));
const OUT_FILES = ['findings.ndjson', 'cases.ndjson', 'stops.ndjson', 'summary.json'];

interface Ran {
  readonly code: number;
  readonly faults: readonly string[];
  readonly out: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  const faults: string[] = [];
  const io = {
    ...{ out: () => undefined, err: (line: string) => faults.push(line) },
    ...{ isInteractive: false, readSecret: async () => '' },
  };
  return { code: await main(args, io), faults, out: args.at(-1) ?? '' };
}

const written = (out: string) => OUT_FILES.map((name) => readFileSync(join(out, name), 'utf8'));

let world: string;
let lines: readonly string[];
let first: readonly string[];

/** A folder with the world's master data and other lines. */
function folderOf(some: readonly string[]): string {
  const path = folder();
  writeFileSync(join(path, 'world.json'), readFileSync(join(world, 'world.json')));
  writeFileSync(join(path, 'events.ndjson'), some.map((line) => `${line}\n`).join(''));
  return path;
}

async function backtested(some: readonly string[], ...more: readonly string[]): Promise<readonly string[]> {
  const out = folder();
  expect(await run('backtest', '--in', folderOf(some), '--out', out, ...more)).toMatchObject({ code: 0 });
  return written(out);
}

beforeAll(async () => {
  world = folder();
  expect(await run('simulate', '--events', '6000', '--seed', '7', '--out', world)).toMatchObject({ code: 0 });
  lines = readFileSync(join(world, 'events.ndjson'), 'utf8').trimEnd().split('\n');
  first = await backtested(lines);
}, 60_000);

test('finds attacks of most kinds, and says so in files that agree with each other', async () => {
  const [findings = '', cases = '', stops = '', summary = ''] = first;
  const found = findings
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const ids = new Set(found.map(({ id }) => id));
  expect(new Set(found.map(({ detector }) => detector)).size).toBeGreaterThan(8);
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['stop', 'data-quality', 'case']));
  for (const line of cases.trimEnd().split('\n'))
    for (const id of JSON.parse(line).findings) expect(ids).toContain(id);
  const keys = found.map(({ raisedAt, id }) => `${raisedAt} ${id}`);
  expect(keys).toEqual(keys.toSorted());
  const { parameters, findings: counts } = JSON.parse(summary);
  expect(new Set(found.map((one) => one.parameters))).toEqual(new Set([parameters]));
  expect(counts.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(found.length);
  expect(
    new Set(
      stops
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ),
  ).toEqual(new Set(['supply', 'rescan', 'set-aside']));
});

test('run again, with its lines in another order, and with every line twice: the same bytes', async () => {
  expect(await backtested(lines)).toEqual(first);
  const shuffled = lines.toSorted((a, b) => (a.slice(-60) < b.slice(-60) ? -1 : 1));
  expect(shuffled).not.toEqual(lines);
  expect(await backtested(shuffled)).toEqual(first);
  const twice = await backtested(lines.flatMap((line) => [line, line]));
  // But for the count of the lines.
  expect(twice.slice(0, 3)).toEqual(first.slice(0, 3));
}, 120_000);

test('what is answered at a counter hangs on nothing that comes later', async () => {
  const [, , stops = ''] = await backtested(lines, '--until', '2026-03-20T00:00:00Z');
  expect(stops.length).toBeGreaterThan(1000);
  expect(first[2]?.startsWith(stops)).toBe(true);
}, 60_000);

test('scored against the labels, most campaigns that anybody could tell are found', async () => {
  const out = folder();
  const labels = join(world, 'labels.ndjson');
  expect(await run('backtest', '--in', world, '--out', out, '--labels', labels)).toMatchObject({ code: 0 });
  const { byType } = JSON.parse(readFileSync(join(out, 'score.json'), 'utf8'));
  const all = Object.values(byType) as readonly { found: number; of: number }[];
  const found = all.reduce((sum, one) => sum + one.found, 0);
  const of = all.reduce((sum, one) => sum + one.of, 0);
  expect(of).toBeGreaterThan(8);
  expect(found / of).toBeGreaterThan(0.8);
}, 60_000);

test.each<[string, (lines: readonly string[]) => string, string]>([
  [
    'a line that is not JSON',
    (good) => folderOf([...good.slice(0, 2), '{']),
    'events.ndjson, line 3: it is not a JSON object',
  ],
  [
    'a line without a time',
    (good) => folderOf([...good.slice(0, 1), '{"source":"scan"}']),
    'events.ndjson, line 2: recordTime is not a time',
  ],
  [
    'an event that is none',
    (good) => folderOf([(good[0] ?? '').replace('"ObjectEvent"', '"Thing"')]),
    'events.ndjson, line 1: event/type',
  ],
  ['a folder without a world', () => folder(), 'world.json: it is missing, or not JSON.'],
])('%s ends it with one line that says where', async (_name, make, fault) => {
  const ran = await run('backtest', '--in', make(lines), '--out', folder());
  expect(ran.code).toBe(2);
  expect(ran.faults.join('\n')).toContain(fault);
});

test('faulty lines can be passed over, and are listed', async () => {
  const out = folder();
  const from = folderOf([...lines.slice(0, 50), 'nonsense']);
  const ran = await run('backtest', '--in', from, '--out', out, '--skip-invalid');
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.faults).toContain('passed over line 51: it is not a JSON object');
  expect(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))).toMatchObject({
    events: 50,
    skipped: 1,
  });
});

test.each([
  [['simulate'], '--out is missing.'],
  [['simulate', '--out', '/tmp/x', '--noise', 'loud'], '--noise is none of none, default, stress.'],
  [['simulate', '--out', '/tmp/x', '--events', 'many'], '--events is not a whole number of at least 1000.'],
  [['backtest', '--in', '/tmp/x'], '--in and --out are needed.'],
  [['backtest', '--in', 'a', '--out', 'b', '--until', 'now'], '--until is not a time'],
])('%j is refused', async (args, fault) => {
  const ran = await run(...args);
  expect(ran.code).toBe(2);
  expect(ran.faults.join('\n')).toContain(fault);
});
