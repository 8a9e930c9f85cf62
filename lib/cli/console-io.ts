import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** How a command talks: answers on one side, progress and faults on the other. */
export interface ConsoleIo {
  /** A line of the answer. */
  out(line: string): void;
  /** A line for the person at the terminal. */
  err(line: string): void;
  /** True where somebody sits at a terminal and can be asked. */
  readonly isInteractive: boolean;
  /** The next line of standard input, unseen while it is typed; empty where there is none. */
  readSecret(question: string): Promise<string>;
}

/** The console of this process. */
export const processIo: ConsoleIo = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
  readSecret,
};

function readSecret(question: string): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal });
  return new Promise((resolve) => {
    reader.once('line', (line) => {
      resolve(line);
      reader.close();
    });
    reader.once('close', () => {
      if (terminal) process.stderr.write('\n');
      resolve('');
    });
  });
}
