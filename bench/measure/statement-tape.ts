import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { pool } from '../../lib/store/pool.ts';

/** A statement as it was given to the driver. */
interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

/** Statements of one writer that travelled together: each was sent before the first of them was answered. */
type Burst = Statement[];

/** All that one writer sent, in order. Transactions begin and end with statements of their own. */
export type Tape = Burst[];

interface Recording {
  readonly tape: Tape;
  underWay: number;
}

type Query = (config: string | Statement) => Promise<unknown>;

/** Keeps what each `write` sends to the database, with its parameters and which of it was sent without waiting. */
export async function recordTapes(writers: readonly (() => Promise<void>)[]): Promise<readonly Tape[]> {
  const recordings = new AsyncLocalStorage<Recording>();
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  prototype.query = function (this: unknown, config) {
    const answer = query.call(this, config);
    const recording = recordings.getStore();
    if (recording) note(recording, config, answer);
    return answer;
  };
  try {
    return await Promise.all(
      writers.map(async (write) => {
        const recording: Recording = { tape: [], underWay: 0 };
        await recordings.run(recording, write);
        return recording.tape;
      }),
    );
  } finally {
    prototype.query = query;
  }
}

function note(recording: Recording, config: string | Statement, answer: Promise<unknown>): void {
  if (recording.underWay === 0) recording.tape.push([]);
  recording.tape.at(-1)?.push(typeof config === 'string' ? { text: config } : config);
  recording.underWay++;
  const answered = () => {
    recording.underWay--;
  };
  answer.then(answered, answered);
}

/** Sends again what was recorded, over connections of the same pool, and decides nothing. */
export async function playTape(tape: Tape): Promise<void> {
  for (let at = 0; at < tape.length; ) {
    const client = await pool().connect();
    try {
      do await Promise.all((tape[at] ?? []).map((statement) => client.query(statement)));
      while (!endsTransaction(tape[at++]));
    } finally {
      client.release();
    }
  }
}

const endsTransaction = (burst: Burst | undefined): boolean =>
  burst === undefined || ['commit', 'rollback'].includes(burst.at(-1)?.text ?? '');
