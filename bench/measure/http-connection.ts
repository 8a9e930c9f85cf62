import { connect, type Socket } from 'node:net';

/** What a server answered. `milliseconds`: from the request sent to the answer whole. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

const HEAD_END = '\r\n\r\n';
const CHUNKS_END = '0\r\n\r\n';

/**
 * One kept-alive HTTP/1.1 connection that asks one thing at a time. Far lighter than a client for all purposes, whose own work would
 * be measured with the server's on a machine that both share.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #received = '';
  #answered: ((text: string) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text: string) => this.#take(text));
    this.#socket.on('error', (error) => this.#failed?.(error));
    this.#socket.on('close', () => this.#failed?.(new Error('the server closed the connection')));
  }

  async get(path: string, headers: string): Promise<Answer> {
    const start = performance.now();
    const whole = await new Promise<string>((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
    });
    const milliseconds = performance.now() - start;
    return { status: Number(whole.slice(9, 12)), text: whole, milliseconds };
  }

  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#received += text;
    if (!isWhole(this.#received)) return;
    const whole = this.#received;
    this.#received = '';
    this.#answered?.(whole);
  }
}

/** With `Content-Length` or in chunks. */
function isWhole(received: string): boolean {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd === -1) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, headEnd))?.[1];
  return length === undefined
    ? received.endsWith(CHUNKS_END)
    : received.length >= headEnd + HEAD_END.length + Number(length);
}
