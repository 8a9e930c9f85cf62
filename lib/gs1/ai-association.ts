import { aiEntry, matchesAi } from './ai-table.ts';
import type { PlacedAi } from './digital-link-path.ts';

/** Why AIs do not belong together. `at` is where the value of the AI complained of begins. */
export type AssociationError =
  | { readonly code: 'element/repeated'; readonly at: number; readonly ai: string }
  | { readonly code: 'element/excluded'; readonly at: number; readonly ai: string; readonly by: string }
  | { readonly code: 'element/incomplete'; readonly at: number; readonly ai: string; readonly needs: string };

/**
 * The first AI that stands twice with different values or beside one it excludes (General Specifications 4.13
 * and 4.14). An AI does not exclude itself, even where a pattern covers it.
 */
export function conflictAmong(elements: readonly PlacedAi[]): AssociationError | undefined {
  const values = new Map<string, string>();
  for (const { ai, value, at } of elements) {
    if ((values.get(ai) ?? value) !== value) return { code: 'element/repeated', at, ai };
    values.set(ai, value);
  }
  const present = [...values.keys()];
  for (const { ai, at } of elements) {
    const excludes = aiEntry(ai)?.excludes ?? [];
    const by = present.find((other) => other !== ai && excludes.some((pattern) => matchesAi(pattern, other)));
    if (by !== undefined) return { code: 'element/excluded', at, ai, by };
  }
  return undefined;
}

/**
 * The first AI that lacks one it must stand beside (General Specifications 4.13). To be asked only where
 * `elements` are all that is marked on the item, for the partner may stand in another symbol.
 */
export function missingAmong(elements: readonly PlacedAi[]): AssociationError | undefined {
  for (const { ai, at } of elements) {
    const groups = aiEntry(ai)?.requires ?? [];
    const met = groups.some((group) =>
      group.every((pattern) => elements.some((other) => matchesAi(pattern, other.ai))),
    );
    if (groups.length > 0 && !met) {
      return {
        code: 'element/incomplete',
        at,
        ai,
        needs: groups.map((group) => group.join('+')).join(' or '),
      };
    }
  }
  return unserialisedSignature(elements);
}

/** A digital signature (8030) on a document or coupon key needs that key's serial part. */
function unserialisedSignature(elements: readonly PlacedAi[]): AssociationError | undefined {
  const signature = elements.find(({ ai }) => ai === '8030');
  if (!signature) return undefined;
  const bare = elements.find(({ ai, value }) => value.length === { '253': 13, '255': 13, '8003': 14 }[ai]);
  return (
    bare && { code: 'element/incomplete', at: signature.at, ai: '8030', needs: `${bare.ai} with serial` }
  );
}
