import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseRegister, type Register } from '../../anomaly/replay/register.ts';
import { Replay } from '../../anomaly/replay/replay.ts';
import type { ReplayLine } from '../../anomaly/replay/replay-line.ts';
import { replayOutput, stopFindings, stopLine } from '../../anomaly/replay/replay-output.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type Instant, momentOf } from '../../kernel/instant.ts';
import type { ConsoleIo } from '../console-io.ts';
import { UnusableInput } from '../unusable-input.ts';
import { inArrivalOrder } from './arrival-order.ts';

/** What is run. */
export interface BacktestRun {
  readonly from: string;
  readonly to: string;
  /** Leaves out what was recorded later. */
  readonly until: Instant | undefined;
  readonly skipInvalid: boolean;
}

const PROGRESS_EVERY = 50_000;
const MOST_LISTED = 20;

/** Reads a folder and writes a folder (backtest.md). Throws {@link UnusableInput} where the input cannot be used. */
export async function runBacktest(run: BacktestRun, io: ConsoleIo): Promise<{ readonly dispensed: number }> {
  const { from, to } = run;
  const started = performance.now();
  const replay = new Replay(readRegister(join(from, 'world.json')));
  mkdirSync(to, { recursive: true });
  const shown = await showLines(replay, run, (events) => io.err(progress(events, started)));
  replay.end(run.until ?? shown.last);
  const { events, skipped, stopped } = shown;
  const counted = { events, refused: replay.refused, skipped: skipped.length };
  const { findings, cases, summary } = replayOutput(replay.findings, stopped, counted);
  writeLines(join(to, 'findings.ndjson'), findings);
  writeLines(join(to, 'cases.ndjson'), cases);
  writeFileSync(join(to, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  writeRun(join(to, 'run.json'), events, started);
  tell(io, { events, findings, cases, skipped, started });
  return shown;
}

interface ShownLines {
  readonly events: number;
  readonly dispensed: number;
  readonly last: Instant;
  readonly skipped: readonly string[];
  /** The findings of the answers that were not to supply. */
  readonly stopped: readonly Json[];
}

/** Shows the lines to the detectors, one after the other, and writes the answers of the counter as they are given. */
async function showLines(
  replay: Replay,
  { from, to, until, skipInvalid }: BacktestRun,
  onProgress: (events: number) => void,
): Promise<ShownLines> {
  const file = join(from, 'events.ndjson');
  const stops = createWriteStream(join(to, 'stops.ndjson'));
  const shown = {
    events: 0,
    dispensed: 0,
    last: momentOf(0),
    skipped: [] as string[],
    stopped: [] as Json[],
  };
  const lines = inArrivalOrder(file, (number, fault) => {
    if (!skipInvalid) throw new UnusableInput(`${file}, line ${number}: ${fault}`);
    shown.skipped.push(`line ${number}: ${fault}`);
  });
  for await (const { line } of lines) {
    if (until !== undefined && line.recordTime > until) break;
    const stop = replay.take(line);
    if (stop) {
      stops.write(`${JSON.stringify(stopLine(stop))}\n`);
      shown.stopped.push(...stopFindings(stop));
    }
    shown.events += 1;
    shown.dispensed += Number(isSupply(line));
    shown.last = line.recordTime;
    if (shown.events % PROGRESS_EVERY === 0) onProgress(shown.events);
  }
  stops.end();
  await finished(stops);
  return shown;
}

const isSupply = ({ event }: ReplayLine): boolean =>
  event.type === 'ObjectEvent' && event.bizStep === 'dispensing' && event.errorDeclaration === undefined;

function readRegister(path: string): Register {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UnusableInput(`${path}: it is missing, or not JSON.`);
  }
  const register = parseRegister(json);
  if (register.ok) return register.value;
  throw new UnusableInput(`${path}, ${register.error.path}: ${register.error.wanted} is wanted.`);
}

const writeLines = (path: string, lines: readonly Json[]): void =>
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

const secondsSince = (started: number): number => (performance.now() - started) / 1000;

function writeRun(path: string, events: number, started: number): void {
  const seconds = secondsSince(started);
  const run = {
    eventsPerSecond: Math.round(events / seconds),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
    seconds: Number(seconds.toFixed(2)),
    versions: { node: process.versions.node },
  };
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
}

const progress = (events: number, started: number): string =>
  `${events.toLocaleString('en-GB')} events, ${Math.round(events / secondsSince(started)).toLocaleString('en-GB')} a second`;

interface Told {
  readonly events: number;
  readonly findings: readonly Json[];
  readonly cases: readonly Json[];
  readonly skipped: readonly string[];
  readonly started: number;
}

function tell(io: ConsoleIo, { events, findings, cases, skipped, started }: Told): void {
  for (const fault of skipped.slice(0, MOST_LISTED)) io.err(`passed over ${fault}`);
  if (skipped.length > 0) io.err(`${skipped.length} lines passed over`);
  io.out(`${progress(events, started)}: ${findings.length} findings, ${cases.length} cases.`);
}
