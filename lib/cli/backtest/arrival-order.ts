import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseReplayLine, type ReplayLine } from '../../anomaly/replay/replay-line.ts';
import { eventHashOf } from '../../epcis/event-hash.ts';
import { type Instant, parseInstant } from '../../kernel/instant.ts';
import { UnusableInput } from '../unusable-input.ts';

/** A line of the file, read. */
export interface ArrivedLine {
  readonly line: ReplayLine;
  readonly number: number;
}

/** What cannot be read, and where. */
export type OnFault = (number: number, fault: string) => void;

const RECORD_TIME = /"recordTime"\s*:\s*"([^"]+)"/;

/**
 * The lines of a file by their record times, those of one time by the hashes of their events: whatever the order of the lines in the
 * file. A file that is in order already is read as it comes; of another first the times and places of all lines are learnt.
 */
export async function* inArrivalOrder(path: string, onFault: OnFault): AsyncGenerator<ArrivedLine> {
  const index = await indexOf(path);
  const lines = index.sorted ? linesAsTheyCome(path) : linesByTime(path, index);
  let together: ArrivedLine[] = [];
  for await (const { text, number } of lines) {
    const parsed = parseReplayLine(text);
    if (!parsed.ok) {
      onFault(number, parsed.error.detail);
      continue;
    }
    const line = parsed.value;
    if (together[0] && together[0].line.recordTime !== line.recordTime) {
      yield* byHash(together);
      together = [];
    }
    together.push({ line, number });
  }
  yield* byHash(together);
}

function byHash(lines: readonly ArrivedLine[]): readonly ArrivedLine[] {
  if (lines.length < 2) return lines;
  const keyed = lines.map((one) => ({
    one,
    key: `${eventHashOf(one.line.event)} ${one.line.event.eventID ?? ''}`,
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
}

interface Index {
  readonly sorted: boolean;
  readonly times: readonly number[];
  readonly offsets: readonly number[];
}

interface NumberedText {
  readonly text: string;
  readonly number: number;
}

async function* linesAsTheyCome(path: string): AsyncGenerator<NumberedText> {
  let number = 0;
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (text !== '') yield { text, number };
  }
}

async function indexOf(path: string): Promise<Index> {
  const times: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  let sorted = true;
  let latest = Number.NEGATIVE_INFINITY;
  try {
    for await (const text of createInterface({ input: createReadStream(path) })) {
      const at = timeOf(text);
      // A line that cannot be read keeps its place.
      if (at !== undefined && at < latest) sorted = false;
      latest = at ?? latest;
      times.push(latest);
      offsets.push(offset);
      offset += Buffer.byteLength(text) + 1;
    }
  } catch {
    throw new UnusableInput(`${path}: cannot be read.`);
  }
  return { sorted, times: sorted ? [] : times, offsets: sorted ? [] : [...offsets, offset] };
}

function timeOf(text: string): Instant | undefined {
  const written = RECORD_TIME.exec(text)?.[1];
  const parsed = written === undefined ? undefined : parseInstant(written);
  return parsed?.ok ? parsed.value : undefined;
}

async function* linesByTime(path: string, { times, offsets }: Index): AsyncGenerator<NumberedText> {
  const order = times.map((_, n) => n).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  const file = openSync(path, 'r');
  try {
    for (const n of order) {
      const [from = 0, to = 0] = [offsets[n], offsets[n + 1]];
      const bytes = Buffer.alloc(Math.max(0, to - from));
      readSync(file, bytes, 0, bytes.length, from);
      const text = bytes.toString('utf8').trimEnd();
      if (text !== '') yield { text, number: n + 1 };
    }
  } finally {
    closeSync(file);
  }
}
