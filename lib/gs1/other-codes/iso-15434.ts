import { err, ok, type Result } from '../../kernel/result.ts';
import { GS } from '../group-separator.ts';
import type { ItemCodeError } from './item-code.ts';

/** Record separator and end of transmission. */
const RS = '\u001e';
const EOT = '\u0004';
const HEAD = '[)>';

/** An ISO/IEC 15434 envelope opened: its format, and what stands in it, which begins at `at`. */
export interface Envelope {
  readonly format: string;
  readonly content: string;
  readonly at: number;
}

/** Does a message open as ISO/IEC 15434 prescribes? */
export const isEnvelope = (text: string): boolean => text.startsWith(HEAD);

/**
 * Opens an envelope of one format (ISO/IEC 15434 section 5): `[)>` RS, two digits, GS, content, RS EOT. Scanners
 * leave out the trailer, which is forgiven, and never the head, by which a message is told.
 */
export function openEnvelope(text: string): Result<Envelope, ItemCodeError> {
  if (!text.startsWith(HEAD + RS)) return err({ code: 'iso-15434/envelope', at: 0 });
  const formatAt = HEAD.length + RS.length;
  const format = text.slice(formatAt, formatAt + 2);
  const at = formatAt + 3;
  if (!/^\d\d$/.test(format) || text[at - 1] !== GS) return err({ code: 'iso-15434/envelope', at: formatAt });
  const untrailed = text.endsWith(EOT) ? text.slice(0, -1) : text;
  const end = untrailed.endsWith(RS) ? untrailed.length - 1 : untrailed.length;
  const content = text.slice(at, end);
  const second = content.indexOf(RS);
  return second === -1 ? ok({ format, content, at }) : err({ code: 'iso-15434/envelope', at: at + second });
}
