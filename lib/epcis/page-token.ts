import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { ByteReader } from '../kernel/byte-reader.ts';
import { ByteWriter } from '../kernel/byte-writer.ts';

/** Where the next page of a query begins: behind the event with this place in the order of recording. */
export interface PageToken {
  readonly order: bigint;
}

const TOKEN_BYTES = 8;

/** An opaque text for a `Link` header. It is no secret and no permission: whoever changes it reads another page of his own. */
export function formatNextPageToken({ order }: PageToken): string {
  const text = base64Of(new ByteWriter().i64(order).done());
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads a token that we have written; `undefined` for anything else. */
export function parseNextPageToken(text: string): PageToken | undefined {
  if (!/^[A-Za-z0-9_-]{11}$/.test(text)) return undefined;
  const bytes = parseBase64(`${text.replaceAll('-', '+').replaceAll('_', '/')}=`);
  if (bytes?.length !== TOKEN_BYTES) return undefined;
  const order = new ByteReader(bytes).i64();
  return order >= 0n ? { order } : undefined;
}
