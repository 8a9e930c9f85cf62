import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { AttackMix, NoiseLevel, SimOptions } from '../simulate/sim-options.ts';
import { simulate as simulated } from '../simulate/simulate.ts';
import type { ConsoleIo } from './console-io.ts';
import { UnusableInput } from './unusable-input.ts';

const NOISE: readonly NoiseLevel[] = ['none', 'default', 'stress'];
const MIXES: readonly AttackMix[] = ['power', 'realistic', 'clean'];
const PROGRESS_EVERY = 100_000;

/** The verb `simulate`. */
export async function simulate(args: readonly string[], io: ConsoleIo): Promise<number> {
  const values = readOptions(args);
  if (values.out === undefined) throw new UnusableInput('--out is missing.');
  const options: SimOptions = {
    seed: wholeNumber('--seed', values.seed, 0),
    events: wholeNumber('--events', values.events, 1000),
    noise: oneOf('--noise', values.noise, NOISE),
    attacks: oneOf('--attacks', values.attacks, MIXES),
  };
  await write(options, values.out, io);
  return 0;
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UnusableInput(`${name} is not a whole number of at least ${least}.`);
  return number;
}

function oneOf<T extends string>(name: string, text: string, words: readonly T[]): T {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new UnusableInput(`${name} is none of ${words.join(', ')}.`);
  return word;
}

async function write(options: SimOptions, to: string, io: ConsoleIo): Promise<void> {
  mkdirSync(to, { recursive: true });
  const { world, lines, labels } = simulated(options);
  writeFileSync(join(to, 'world.json'), `${JSON.stringify(world)}\n`);
  const events = createWriteStream(join(to, 'events.ndjson'));
  let count = 0;
  for (const { json } of lines()) {
    if (!events.write(`${JSON.stringify(json)}\n`)) await once(events, 'drain');
    count += 1;
    if (count % PROGRESS_EVERY === 0) io.err(`${count.toLocaleString('en-GB')} lines`);
  }
  events.end();
  await finished(events);
  const labelled = labels();
  writeFileSync(join(to, 'labels.ndjson'), labelled.map((label) => `${JSON.stringify(label)}\n`).join(''));
  io.out(`${count.toLocaleString('en-GB')} lines, ${labelled.length.toLocaleString('en-GB')} labels.`);
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        events: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        noise: { type: 'string', default: 'default' },
        attacks: { type: 'string', default: 'power' },
      },
    }).values;
  } catch (fault) {
    throw fault instanceof TypeError ? new UnusableInput(fault.message) : fault;
  }
}
