import { sha256 } from '#sha256';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

/** What a leaf commits to as the document of an event that the server made itself: SHA-256 of its canonical JSON, in hexadecimal. */
export const ownDocumentSha256 = (document: JsonObject): string =>
  hexOf(sha256(utf8Of(canonicalJson(document))));
