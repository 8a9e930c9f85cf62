import { hashUriOf } from './gs1-id.ts';
import { hashableIdOf } from './parse-gs1-id.ts';

/**
 * An identifier as the CBV 2.0 event hash writes it (CBV 2.0 section 8.9, rules on identifiers): EPC URNs and
 * Digital Links of any domain become `https://id.gs1.org/...` with key and finest qualifier only; any other text
 * is returned untouched. Not for links that people follow: reserved characters stay literal here.
 */
export function hashIdentifierOf(uri: string): string {
  const id = hashableIdOf(uri);
  return id ? hashUriOf(id) : uri;
}
