import { aiEntry } from './ai-table.ts';
import { aiValueFault } from './ai-value.ts';
import { type DigitalLinkPath, parseDigitalLinkPath } from './digital-link-path.ts';
import { parseEpcUrn } from './epc-urn.ts';
import type { AiValue, Gs1Id } from './gs1-id.ts';
import { plainSgtinOf } from './plain-sgtin.ts';

/** The GS1 identifier a URI names: an EPC URN or a Digital Link whose key and finest qualifier are sound. */
export function gs1IdOf(uri: string): Gs1Id | undefined {
  return plainSgtinOf(uri) ?? soundIdOf(uri);
}

function soundIdOf(uri: string): Gs1Id | undefined {
  if (uri.startsWith('urn:epc:')) {
    const id = parseEpcUrn(uri);
    return id.ok ? id.value : undefined;
  }
  const path = parseDigitalLinkPath(uri);
  if (!path.ok) return undefined;
  const id = finestIdOf(path.value);
  return sound(id.key) && (!id.qualifier || sound(id.qualifier)) ? id : undefined;
}

/**
 * The identifier the CBV 2.0 event hash sees: a canonical Digital Link of the key and its finest qualifier, with
 * ! ' ( ) * left literal and the query dropped. Shapes are checked and check digits are not, so that every
 * party hashes the same text for a link as it was written; what has no such form is returned untouched.
 */
export function hashableIdOf(uri: string): Gs1Id | undefined {
  const plain = plainSgtinOf(uri);
  if (plain) return plain;
  if (uri.startsWith('urn:epc:')) {
    const id = parseEpcUrn(uri);
    return id.ok ? id.value : undefined;
  }
  const path = parseDigitalLinkPath(uri);
  return path.ok ? finestIdOf(path.value) : undefined;
}

/** Key and last qualifier. A consumer product variant (22) is no finer than the product for supply chain purposes. */
function finestIdOf({ key, qualifiers }: DigitalLinkPath): Gs1Id {
  const finest = qualifiers.at(-1);
  const bare = ({ ai, value }: AiValue): AiValue => ({ ai, value });
  return finest && finest.ai !== '22' ? { key: bare(key), qualifier: bare(finest) } : { key: bare(key) };
}

function sound({ ai, value }: AiValue): boolean {
  const entry = aiEntry(ai);
  return entry !== undefined && aiValueFault(entry, value) === undefined;
}
