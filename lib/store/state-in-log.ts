import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { actorPseudonym, ID_BYTES, parseLedgerEventId } from '../evidence/event-id.ts';
import type { StatementFieldName } from '../evidence/field-commitment.ts';
import { encodeStatementLeaf, STATEMENT_KIND } from '../evidence/statement-leaf.ts';
import { hexOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { LOG_ID } from './log-id.ts';
import { networkKeyOf } from './network-key.ts';
import { sealFields } from './seal-fields.ts';
import type { Tx } from './transaction.ts';

/** What is stated. The groups' values are kept with their salts; the log has the root over their commitments. */
export interface LogStatement {
  readonly kind: keyof typeof STATEMENT_KIND;
  /** The grant or the event that it is about. */
  readonly about: { readonly grant: string } | { readonly event: EventRef };
  readonly at: Instant;
  readonly groups: Readonly<Partial<Record<StatementFieldName, Json>>>;
}

/** Writes a statement and puts its leaf into the log's queue, in the transaction of what it states. Gives its id in the log. */
export async function stateInLog(tx: Tx, scope: OrgScope, statement: LogStatement): Promise<string> {
  const { about, at, groups } = statement;
  const kind = STATEMENT_KIND[statement.kind];
  const id = parseLedgerEventId(Uint8Array.from(randomBytes(ID_BYTES)));
  if (!id) throw new Error('16 bytes are an id');
  const names = Object.keys(groups) as StatementFieldName[];
  const { root, kept } = sealFields(names.map((name) => ({ name, value: groups[name] ?? null })));
  const actor = actorPseudonym(networkKeyOf(scope), scope.organisation);
  const leaf = encodeStatementLeaf({ id, kind, actor, time: at, payloadRoot: root });
  const [grant, event] = 'grant' in about ? [about.grant, null] : [null, about.event];
  await tx.query({
    name: 'state-in-log',
    text: `with s as (
        insert into statement (id, realm, organisation, actor, kind, grant_id, event, at, groups, field_names, field_salts, field_commitments)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id)
      insert into ledger.pending (log_id, event_id, leaf) select $13, id, $14 from s`,
    values: [
      hexOf(id),
      ...[scope.realm, scope.organisation, scope.actor, kind, grant, event, new Date(at)],
      ...[JSON.stringify(groups), kept.names, kept.salts, kept.commitments, LOG_ID, leaf],
    ],
  });
  return hexOf(id);
}
