import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { stateInLog } from './state-in-log.ts';
import { inTransaction, type Tx } from './transaction.ts';

const SALT_BYTES = 32;

/** Which groups of fields of which event are erased, and how its document is left. */
export interface FieldsToErase {
  readonly event: EventRef;
  /** Names of groups that the event commits to. */
  readonly names: readonly string[];
  /** The document without the values of these groups. It is given the document as it is kept while nobody else can erase any of it. */
  readonly left: (document: JsonObject, erased: readonly string[]) => JsonObject;
}

/**
 * Erases groups of fields of an event that the scope's organisation reported: their values and salts, and the digests of the whole content,
 * by which values could be guessed. The commitments stay, so that every proof stays good. The erasure is stated in the log, in the same
 * transaction. Gives the statement's id; `undefined` where all of them were erased before. What was erased before, by whomever, is not
 * in the document either way.
 */
export function eraseFields(
  scope: OrgScope,
  { event, names, left }: FieldsToErase,
  at: Instant,
): Promise<string | undefined> {
  return inTransaction(async (tx) => {
    const kept = await lockFields(tx, scope, event);
    if (!kept) return undefined;
    const fresh = names.filter((name) => kept.names.includes(name) && !kept.erased.includes(name));
    const document = left(kept.document, [...kept.erased, ...fresh]);
    if (fresh.length === 0) {
      if (JSON.stringify(document) !== JSON.stringify(kept.document)) await keepDocument(tx, event, document);
      return undefined;
    }
    const statement = await stateInLog(tx, scope, {
      ...{ kind: 'fieldsErased', about: { event }, at },
      groups: { event, fields: fresh.toSorted(), when: instantText(at) },
    });
    await tx.query({
      name: 'keep-erasure',
      text: `insert into erasure (event, name, statement, erased_at) select $1, n, $3, $4 from unnest($2::text[]) as k (n)`,
      values: [event, fresh, statement, new Date(at)],
    });
    // A digest of the whole would let who has all but one value try guesses; a random one matches nothing that is sent again.
    await tx.query({
      name: 'erase-fields',
      text: `update event set document = $2, field_salts = $3, event_hash = 'erased:' || id, content_digest = $4 where id = $1`,
      values: [event, JSON.stringify(document), withoutSalts(kept, fresh), randomBytes(32)],
    });
    return statement;
  });
}

/** Mends a document in which a value stands that was erased before. */
async function keepDocument(tx: Tx, event: EventRef, document: JsonObject): Promise<void> {
  await tx.query({
    name: 'keep-document-left',
    text: 'update event set document = $2 where id = $1',
    values: [event, JSON.stringify(document)],
  });
}

interface KeptFields {
  readonly names: readonly string[];
  readonly salts: Uint8Array;
  readonly document: JsonObject;
  readonly erased: readonly string[];
}

async function lockFields(tx: Tx, scope: OrgScope, event: EventRef): Promise<KeptFields | undefined> {
  const { rows } = await tx.query<Omit<KeptFields, 'erased'>>({
    name: 'lock-fields',
    text: `select field_names as names, field_salts as salts, document from event where id = $1 and reporter = $2 and realm = $3 for update`,
    values: [event, scope.organisation, scope.realm],
  });
  const [kept] = rows;
  // A statement of its own: it sees what somebody has committed whom the lock has waited for.
  const erased = await tx.query<{ readonly name: string }>({
    name: 'erased-fields',
    text: 'select name from erasure where event = $1',
    values: [event],
  });
  return kept && { ...kept, erased: erased.rows.map(({ name }) => name) };
}

function withoutSalts({ names, salts }: KeptFields, erased: readonly string[]): Uint8Array {
  const left = Uint8Array.from(salts);
  for (const [at, name] of names.entries())
    if (erased.includes(name)) left.fill(0, at * SALT_BYTES, (at + 1) * SALT_BYTES);
  return left;
}
