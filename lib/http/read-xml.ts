import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';
import { readBytes } from './read-bytes.ts';

/** A body of XML as text, and the bytes it came as: the ledger commits to what was received. */
export interface XmlBody {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Reads a body of at most `limitBytes`, in UTF-8, or in UTF-16 where it begins with its mark (XML 1.0 appendix F). */
export async function readXml(request: Request, limitBytes: number): Promise<Result<XmlBody, ApiError>> {
  const bytes = await readBytes(request, limitBytes);
  if (!bytes)
    return err({ code: 'body/too-large', detail: `The body may have ${limitBytes} bytes at most.` });
  try {
    return ok({ text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes), bytes });
  } catch {
    return err({ code: 'epcis/xml-encoding', detail: 'The body is neither UTF-8 nor UTF-16.' });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
}
