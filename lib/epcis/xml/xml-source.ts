import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { EpcisErrorCode } from '../epcis-error.ts';

/** Nobody's document nests deeper than some thirty; a deeper one is made to exhaust whoever reads it. */
const MAX_DEPTH = 64;
const MOST_ATTRIBUTES = 128;

/** A tag with its attributes, a text or comments longer than this are refused before they are whole. */
const LONGEST_TOKEN = 1 << 20;

/** Why a text is no XML that we read, and on which line. */
export interface XmlFault {
  readonly code: Extract<EpcisErrorCode, `epcis/xml-${string}`>;
  readonly line: number;
  readonly detail: string;
}

/** What hears the tags of a document. */
export interface XmlListener {
  readonly openTag: (tag: SaxesTagNS, line: number) => void;
  readonly text: (text: string) => void;
  readonly closeTag: (tag: SaxesTagNS) => void;
}

/**
 * Reads XML piece by piece in memory that does not grow with it. A document type that defines anything is refused,
 * so that no entity expands; so are depth, attributes and tokens beyond any document of EPCIS, as soon as they are
 * seen. After the first fault nothing is heard any more.
 */
export class XmlSource {
  readonly #parser = new SaxesParser({ xmlns: true, fileName: '' });
  #fault: XmlFault | undefined;
  #depth = 0;
  #tokenAt = 0;

  /** With more than six listeners V8 keeps the parser in a slower form, at a fifth of the speed. */
  constructor(listener: XmlListener) {
    const parser = this.#parser;
    parser.on('error', ({ message }) => this.#refuse('epcis/xml-syntax', message.replace(/^[^a-z]*/i, '')));
    parser.on('doctype', (doctype) => {
      if (/[[]|SYSTEM|PUBLIC/.test(doctype))
        this.#refuse('epcis/xml-doctype', 'a document type may define nothing');
    });
    parser.on('opentag', (tag) => {
      this.#token();
      this.#judge(tag);
      if (!this.#fault) listener.openTag(tag, parser.line);
    });
    const text = (heard: string): void => {
      this.#token();
      if (!this.#fault) listener.text(heard);
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('closetag', (tag) => {
      this.#token();
      this.#depth--;
      if (!this.#fault) listener.closeTag(tag);
    });
  }

  get fault(): XmlFault | undefined {
    return this.#fault;
  }

  write(piece: string): void {
    if (this.#fault) return;
    this.#parser.write(piece);
    this.#token(false);
  }

  close(): void {
    if (!this.#fault) this.#parser.close();
  }

  #judge(tag: SaxesTagNS): void {
    const { encoding } = this.#parser.xmlDecl;
    if (this.#depth === 0 && encoding && !/^utf-?(?:8|16)$/i.test(encoding))
      this.#refuse('epcis/xml-encoding', `${encoding} is not read`);
    if (++this.#depth > MAX_DEPTH) this.#refuse('epcis/xml-limit', `nested deeper than ${MAX_DEPTH} levels`);
    let attributes = 0;
    for (const _name in tag.attributes) attributes++;
    if (attributes > MOST_ATTRIBUTES)
      this.#refuse('epcis/xml-limit', `more than ${MOST_ATTRIBUTES} attributes`);
  }

  /** Looks how far the last token reaches back; `ended`: the next begins here. */
  #token(ended = true): void {
    const { position } = this.#parser;
    if (position - this.#tokenAt > LONGEST_TOKEN) {
      this.#refuse('epcis/xml-limit', `a tag, text or comment of more than ${LONGEST_TOKEN} characters`);
    }
    if (ended) this.#tokenAt = position;
  }

  #refuse(code: XmlFault['code'], detail: string): void {
    this.#fault ??= { code, detail, line: this.#parser.line };
  }
}

/** A tag with its namespaces resolved. */
export type XmlTag = SaxesTagNS;
