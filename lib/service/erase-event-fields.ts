import { administers } from '../auth/administers.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { extensionField, isErasable } from '../evidence/field-commitment.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { eraseFields } from '../store/erase-fields.ts';
import { loadEventOpenings } from '../store/event-openings.ts';
import { loadOwnEvent } from '../store/load-event.ts';
import { logAccess } from '../store/memberships.ts';

/** Why nothing is erased. Somebody else's event is answered as one that does not exist. */
export interface EraseError {
  readonly code: 'auth/forbidden' | 'not-found' | 'erasure/field';
}

/** What was erased, and the statement of it in the log; none where all of it was erased before. */
export interface Erased {
  readonly fields: readonly string[];
  readonly statement: string | undefined;
}

const EVENT = /^[0-9a-f]{32}$/;

/** Groups whose values would let erased ones be guessed: the digest of the document as received, and the hash of the event. */
const DIGESTS = ['document', 'hash'];

/**
 * Erases fields of an event that the scope's own organisation reported: value and salt, for good. What the standard and the rules of
 * custody need stays: only extensions can be erased, which are the place for whatever names a person. The commitments stay, so that every
 * proof stays good; the erasure itself is stated in the log. Errors: `auth/forbidden` unless an administrator of the whole organisation
 * asks, `not-found`, `erasure/field` where the event has no such extension.
 */
export async function eraseEventFields(
  scope: OrgScope,
  { event, fields }: { readonly event: EventRef; readonly fields: readonly string[] },
  at: Instant,
): Promise<Result<Erased, EraseError>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  const own = EVENT.test(event) ? await loadOwnEvent(scope, event) : undefined;
  if (!own) return err({ code: 'not-found' });
  const opening = (await loadEventOpenings(scope, [event], at)).get(event);
  const erasable = opening?.names.filter(isErasable) ?? [];
  if (fields.length === 0 || !fields.every((name) => erasable.includes(name)))
    return err({ code: 'erasure/field' });
  const names = [...new Set([...fields, ...DIGESTS])];
  const left = (document: JsonObject, erased: readonly string[]) =>
    withoutFields(document, own.context, erased);
  const statement = await eraseFields(scope, { event, names, left }, at);
  if (statement !== undefined)
    await logAccess(scope, { what: 'event/erased', subject: event, reason: fields.join(', ') });
  return ok({ fields: names, statement });
}

function withoutFields(
  document: JsonObject,
  context: Parameters<typeof parseEvent>[1],
  fields: readonly string[],
): JsonObject {
  const parsed = parseEvent(document, context);
  if (!parsed.ok) throw new Error('a recorded event can be read again');
  const { namespaces } = parsed.value;
  return Object.fromEntries(
    Object.entries(document).filter(([key]) => {
      const colon = key.indexOf(':');
      if (colon === -1) return true;
      const prefix = key.slice(0, colon);
      return !fields.includes(extensionField(namespaces.get(prefix) ?? prefix));
    }),
  );
}
