import type { Json } from './canonical-json.ts';
import { err, ok, type Result } from './result.ts';

/** Where a value stands: names of members and indexes of lists, from the root. */
export type JsonPath = readonly (string | number)[];

/** A value that was asked for. */
export interface JsonItem {
  readonly path: JsonPath;
  readonly value: Json;
}

/** The text is no JSON (RFC 8259), or one value in it longer than may be kept; `at` counts characters from 0. */
export interface JsonItemsError {
  readonly code: 'json/syntax' | 'json/too-long';
  readonly at: number;
}

/** Characters of one text, one number or one value asked for: so much is kept in memory. */
const LONGEST = 1 << 20;

type Level = { readonly kind: 'object'; key: string } | { readonly kind: 'array'; index: number };

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const SPACE = ' \t\n\r';
const DELIMITER = /[ \t\n\r,:[\]{}"]/g;

/**
 * Reads JSON piece by piece and gives the values at the paths that `isWanted` names, each once it is whole: a document of any length in
 * the memory of its longest wanted value. What is not wanted is read by its shape alone; strings and numbers in it are judged too.
 */
export class JsonItems {
  readonly #isWanted: (path: JsonPath) => boolean;
  readonly #levels: Level[] = [];
  #expected: Expected = 'value';
  #text = '';
  /** Characters that went before `#text`. */
  #before = 0;
  #at = 0;
  /** Where the wanted value under way begins, and how many levels stand around it. */
  #wanted: { readonly path: JsonPath; readonly levels: number; start: number } | undefined;

  constructor(isWanted: (path: JsonPath) => boolean) {
    this.#isWanted = isWanted;
  }

  /** Reads on; gives what has become whole. Errors: `json/syntax`, `json/too-long`; after them nothing more is to be read. */
  read(piece: string): Result<readonly JsonItem[], JsonItemsError> {
    return this.#readOn(piece, false);
  }

  /** Says that nothing more comes. Errors: `json/syntax` where something is missing. */
  end(): Result<readonly JsonItem[], JsonItemsError> {
    const last = this.#readOn('', true);
    if (!last.ok || this.#expected === 'nothing') return last;
    return err({ code: 'json/syntax', at: this.#before + this.#text.length });
  }

  #readOn(piece: string, isLast: boolean): Result<readonly JsonItem[], JsonItemsError> {
    const kept = this.#wanted?.start ?? this.#at;
    this.#before += kept;
    this.#text = this.#text.slice(kept) + piece;
    this.#at -= kept;
    if (this.#wanted) this.#wanted.start = 0;
    const items: JsonItem[] = [];
    while (this.#at < this.#text.length) {
      const step = this.#step(isLast, items);
      if (step === 'more') break;
      if (step === 'fault') return err({ code: 'json/syntax', at: this.#before + this.#at });
    }
    const start = this.#wanted?.start ?? this.#at;
    if (this.#text.length - start > LONGEST) return err({ code: 'json/too-long', at: this.#before + start });
    return ok(items);
  }

  #step(isLast: boolean, items: JsonItem[]): 'on' | 'more' | 'fault' {
    const character = this.#text[this.#at] ?? '';
    if (SPACE.includes(character)) {
      this.#at++;
      return 'on';
    }
    if (character === '"' || !'{}[],:'.includes(character)) return this.#scalar(character, isLast, items);
    return this.#mark(character, items) ? 'on' : 'fault';
  }

  /** Reads a bracket, a comma or a colon; false where it may not stand here. */
  #mark(character: string, items: JsonItem[]): boolean {
    const level = this.#levels.at(-1);
    if (character === '{' || character === '[') return this.#open(character);
    if (character === ':') return this.#move('colon', 'value');
    if (character === ',') {
      if (level?.kind === 'array') level.index++;
      return this.#move('comma-or-end', level?.kind === 'object' ? 'key' : 'value');
    }
    const [kind, empty] = character === '}' ? ['object', 'key-or-end'] : ['array', 'value-or-end'];
    if (level?.kind !== kind || (this.#expected !== empty && this.#expected !== 'comma-or-end')) return false;
    this.#levels.pop();
    this.#at++;
    this.#complete(items);
    return true;
  }

  #move(from: Expected, to: Expected): boolean {
    if (this.#expected !== from) return false;
    this.#expected = to;
    this.#at++;
    return true;
  }

  #open(character: '{' | '['): boolean {
    if (this.#expected !== 'value' && this.#expected !== 'value-or-end') return false;
    this.#begin();
    this.#levels.push(character === '{' ? { kind: 'object', key: '' } : { kind: 'array', index: 0 });
    this.#expected = character === '{' ? 'key-or-end' : 'value-or-end';
    this.#at++;
    return true;
  }

  /** A value begins here: perhaps one that was asked for. */
  #begin(): void {
    if (this.#wanted) return;
    const path = this.#levels.map((level) => (level.kind === 'object' ? level.key : level.index));
    if (this.#isWanted(path)) this.#wanted = { path, levels: this.#levels.length, start: this.#at };
  }

  #complete(items: JsonItem[]): void {
    const wanted = this.#wanted;
    if (wanted?.levels === this.#levels.length) {
      items.push({ path: wanted.path, value: JSON.parse(this.#text.slice(wanted.start, this.#at)) as Json });
      this.#wanted = undefined;
    }
    this.#expected = this.#levels.length === 0 ? 'nothing' : 'comma-or-end';
  }

  #scalar(first: string, isLast: boolean, items: JsonItem[]): 'on' | 'more' | 'fault' {
    const end = first === '"' ? this.#stringEnd() : this.#wordEnd(isLast);
    if (end === undefined) return isLast ? 'fault' : 'more';
    const value = parsedScalar(this.#text.slice(this.#at, end));
    if (value === undefined) return 'fault';
    if (this.#expected === 'key' || this.#expected === 'key-or-end') return this.#key(value, end);
    if (this.#expected !== 'value' && this.#expected !== 'value-or-end') return 'fault';
    this.#begin();
    this.#at = end;
    this.#complete(items);
    return 'on';
  }

  #key(value: Json, end: number): 'on' | 'fault' {
    const level = this.#levels.at(-1);
    if (typeof value !== 'string' || level?.kind !== 'object') return 'fault';
    level.key = value;
    this.#expected = 'colon';
    this.#at = end;
    return 'on';
  }

  #stringEnd(): number | undefined {
    let at = this.#at + 1;
    for (;;) {
      const quote = this.#text.indexOf('"', at);
      if (quote === -1) return undefined;
      let slashes = 0;
      while (this.#text[quote - 1 - slashes] === '\\') slashes++;
      if (slashes % 2 === 0) return quote + 1;
      at = quote + 1;
    }
  }

  #wordEnd(isLast: boolean): number | undefined {
    DELIMITER.lastIndex = this.#at;
    const found = DELIMITER.exec(this.#text);
    return found ? found.index : isLast ? this.#text.length : undefined;
  }
}

function parsedScalar(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
