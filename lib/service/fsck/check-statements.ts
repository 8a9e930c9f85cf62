import { actorPseudonym } from '../../evidence/event-id.ts';
import { parseLeaf } from '../../evidence/leaf.ts';
import { equalBytes } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { loadStatementPage, type StatementToCheck } from '../../store/fsck/sealed-pages.ts';
import { networkKeyOf } from '../../store/network-key.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';
import type { FsckPass } from './fsck-pass.ts';
import { payloadFaults } from './payload-faults.ts';

const PAGE = 500;
const BEGIN = '0'.repeat(32);

/** Every statement against its leaf: who, what kind, when, and each group of what is stated. */
export const checkStatements: FsckPass = {
  name: 'statements',
  async step(tx, _context, from = BEGIN) {
    const rows = await loadStatementPage(tx, from, PAGE);
    return { faults: rows.flatMap(statementFaults), rows: rows.length, next: rows.at(-1)?.id };
  },
};

function statementFaults(row: StatementToCheck): readonly FsckFault[] {
  const place = { table: 'statement', row: row.id };
  if (!row.leaf)
    return [faultAt(place, 'statement-unlogged', 'id', 'stands neither in the log nor in its queue')];
  const leaf = parseLeaf(row.leaf);
  if (!leaf.ok || leaf.value.type !== 'statement')
    return [faultAt(place, 'statement-leaf', 'id', 'the leaf under its id is not that of a statement')];
  const { actor, kind, time, payloadRoot } = leaf.value;
  const key = networkKeyOf({ organisation: row.organisation, sandbox: row.realm !== 0 });
  const checks: readonly (readonly [boolean, string])[] = [
    [!equalBytes(actor, actorPseudonym(key, row.organisation)), 'organisation or realm'],
    [kind !== row.kind, 'kind'],
    [time !== row.at.getTime(), 'at'],
  ];
  const wrong = checks.flatMap(([isWrong, field]) =>
    isWrong ? [faultAt(place, 'statement-column', field, 'is not what the leaf says')] : [],
  );
  const { groups, field_names: names, field_salts: salts, field_commitments: commitments } = row;
  const values = new Map<string, Json | undefined>(Object.entries(groups));
  const kept = {
    names,
    salts,
    commitments,
    values,
    column: 'groups or field_salts',
    isSound: false,
    erased: [],
  };
  const about = ['grant', 'event'].every((name) => {
    const column = name === 'grant' ? row.grant_id : row.event;
    return (groups[name] === undefined ? null : ungrouped(groups[name])) === column;
  });
  return [
    ...wrong,
    ...payloadFaults(kept, payloadRoot, place),
    ...(about ? [] : [faultAt(place, 'statement-about', 'grant_id or event', 'is not what is stated')]),
  ];
}

const ungrouped = (id: Json): string => String(id).replaceAll('-', '');
