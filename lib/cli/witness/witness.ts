import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../../kernel/bytes.ts';
import { parseAddCheckpoint } from '../../ledger/add-checkpoint.ts';
import { cosign } from '../../ledger/cosign.ts';
import { type HeadRefusal, judgeHead } from '../../ledger/judge-head.ts';
import { formatNoteSignature, parseNoteSignature } from '../../ledger/note-signature.ts';
import type { NoteSigner } from '../../ledger/signed-note.ts';
import { sameKeyName, type Vkey } from '../../ledger/vkey.ts';
import { newLog, type RememberedLog, type WitnessState } from './witness-state.ts';

/** What a witness answers, as it goes over the wire. */
export interface WitnessAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What a witness works with. */
export interface WitnessParts {
  readonly signer: NoteSigner;
  /** Seconds since 1970. */
  readonly now: () => bigint;
  /** Makes the state durable, or throws. */
  readonly save: (state: WitnessState) => void;
  /** Keeps a head that was refused although the log signed it: it may be evidence. */
  readonly keepRefused: (origin: string, note: Uint8Array) => void;
}

const TEXT = 'text/plain; charset=utf-8';
const SIZE = 'text/x.tlog.size';

const SENTENCES: Readonly<Record<HeadRefusal['code'], string>> = {
  'witness/malformed': 'The request is not one of add-checkpoint.',
  'witness/unknown-log': 'This witness does not know the log.',
  'witness/not-signed': 'The checkpoint is not signed by a key of the log.',
  'witness/other-size': '',
  'witness/inconsistent': 'The checkpoint was not shown to continue the one that was cosigned last.',
};

/** A witness (C2SP tlog-witness): cosigns heads of the logs it knows, each only where it continues the last, and remembers it first. */
export class Witness {
  readonly #parts: WitnessParts;
  #state: WitnessState;

  constructor(state: WitnessState, parts: WitnessParts) {
    this.#state = state;
    this.#parts = parts;
  }

  /** Keys of a log that may be cosigned from now on. They replace those it had; what was seen of the log stays. */
  know(origin: string, keys: readonly Vkey[]): void {
    const log = this.#state.get(origin);
    this.#keep(origin, log ? { ...log, keys } : newLog(keys));
  }

  /** The keys a log is known by; none where it is not known. */
  keysOf(origin: string): readonly Vkey[] {
    return this.#state.get(origin)?.keys ?? [];
  }

  /**
   * Answers `POST add-checkpoint`. It never waits between reading what was cosigned last and keeping what is cosigned next, so two
   * requests at once are one after the other. Throws where the state cannot be kept: then nothing was signed.
   */
  addCheckpoint(body: Uint8Array): WitnessAnswer {
    const request = parseAddCheckpoint(body);
    if (!request.ok) return refused('witness/malformed', 400, ` Line ${request.error.line} is at fault.`);
    const judged = judgeHead(request.value, (origin) => this.#state.get(origin));
    if (!judged.ok) return this.#refuse(judged.error, request.value.checkpoint);

    const { checkpoint, text } = judged.value;
    const last = this.#state.get(checkpoint.origin);
    if (!last) throw new Error('a log that was judged is known');
    const time = later(this.#parts.now(), last.time);
    const line = cosign(text, this.#parts.signer, time);
    const note = `${text}\n${signaturesBy(last.keys, request.value.checkpoint, text).join('')}${line}`;
    this.#keep(checkpoint.origin, { ...last, head: checkpoint, note, time });
    return { status: 200, type: TEXT, body: line };
  }

  /** Answers `GET <sha256 of the origin, in hex>/checkpoint`: the head that was cosigned last. */
  checkpoint(originHash: string): WitnessAnswer {
    const [, log] = [...this.#state].find(([origin]) => hexOf(sha256(utf8Of(origin))) === originHash) ?? [];
    return log?.note === undefined
      ? { status: 404, type: TEXT, body: 'No head of such a log was cosigned here.\n' }
      : { status: 200, type: TEXT, body: log.note };
  }

  #refuse(error: HeadRefusal, note: Uint8Array): WitnessAnswer {
    if (error.code === 'witness/other-size') return { status: 409, type: SIZE, body: `${error.size}\n` };
    if (error.code === 'witness/inconsistent') this.#parts.keepRefused(originOf(note), note);
    return refused(error.code, error.status);
  }

  #keep(origin: string, log: RememberedLog): void {
    const next = new Map(this.#state).set(origin, log);
    this.#parts.save(next);
    this.#state = next;
  }
}

/** The signature lines of the log's own keys, and nothing else of what the request brought. */
const signaturesBy = (keys: readonly Vkey[], note: Uint8Array, text: string): readonly string[] =>
  Buffer.from(note)
    .toString('utf8')
    .slice(text.length + 1)
    .split('\n')
    .flatMap((line) => {
      const signature = parseNoteSignature(line);
      const isOwn = signature !== undefined && keys.some((key) => sameKeyName(key, signature));
      return isOwn ? [formatNoteSignature(signature)] : [];
    });

const refused = (code: HeadRefusal['code'], status: number, more = ''): WitnessAnswer => ({
  status,
  type: TEXT,
  body: `${SENTENCES[code]}${more}\n`,
});

const later = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const originOf = (note: Uint8Array): string => Buffer.from(note).toString('utf8').split('\n', 1)[0] ?? '';
