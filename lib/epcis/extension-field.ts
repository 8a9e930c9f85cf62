import type { Json } from '../kernel/canonical-json.ts';
import type { JsonObject } from './epcis-event.ts';
import { expandCurie, type Namespaces } from './namespaces.ts';

/** The value of the first member whose full name is one of `names`, whatever prefix it is written with. */
export function extensionField(
  members: JsonObject,
  names: readonly string[],
  namespaces: Namespaces,
): Json | undefined {
  for (const [key, value] of Object.entries(members)) {
    if (key.includes(':') && names.includes(expandCurie(key, namespaces))) return value;
  }
  return undefined;
}
