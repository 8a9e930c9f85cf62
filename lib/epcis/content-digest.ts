import { sha256 } from '#sha256';
import { utf8Of } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { EpcisEvent } from './epcis-event.ts';

/**
 * SHA-256, 32 bytes, over what an event says: "the same content twice is one event" (custody.md section 2).
 * Equal whatever the order of members, the record time, and the form of `@context`, as long as the prefixes that
 * the event uses mean the same. An eventID that came with the event belongs to its content.
 */
export function contentDigestOf({
  document,
  namespaces,
}: Pick<EpcisEvent, 'document' | 'namespaces'>): Uint8Array {
  const { '@context': _context, recordTime: _recordTime, ...content } = document;
  const event = canonicalJson(content);
  const used = [...namespaces].filter(([prefix]) => event.includes(`"${prefix}:`));
  return sha256(utf8Of(`{"event":${event},"namespaces":${canonicalJson(Object.fromEntries(used))}}`));
}
