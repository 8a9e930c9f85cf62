import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { actorPseudonym } from '../evidence/event-id.ts';
import { payloadRoot } from '../evidence/field-commitment.ts';
import { parseLeaf } from '../evidence/leaf.ts';
import { STATEMENT_KIND } from '../evidence/statement-leaf.ts';
import { hexOf } from '../kernel/bytes.ts';
import type { Instant } from '../kernel/instant.ts';
import { parseHash } from '../ledger/hash.ts';
import { appendEvent } from './append-event.ts';
import { testDatabase } from './database-in-tests.ts';
import { type NewGrant, revokeGrant, saveGrant } from './grants.ts';
import { loadEvent } from './load-event.ts';
import { loadPack } from './load-pack.ts';
import { networkKey } from './network-key.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  eventIdInTests,
  eventRecord,
  gtinOf,
  heldBy,
  NOW,
  organisationInTests,
  packChange,
  packKey,
} from './world-in-tests.ts';

let reporter: OrgScope;
let reader: OrgScope;
let serials = 0;

beforeAll(async () => {
  connectStore(await testDatabase());
  reporter = await organisationInTests(10, 'wholesaler');
  reader = await organisationInTests(20, 'pharmacy');
});
beforeEach(() => pool().query('delete from ledger.pending'));
afterAll(closeStore);

/** An event of the reporter about a new pack, and the pack. */
async function recorded() {
  serials += 1;
  const pack = packKey(gtinOf(1), `S${serials}`);
  const event = eventRecord(reporter);
  const packs = [packChange(pack, 0, activeState(heldBy(reporter)))];
  await inTransaction((tx) => appendEvent(tx, { event, packs, objects: [], batches: [] }));
  await pool().query('delete from ledger.pending');
  return { pack, event };
}

const grant = (changed: Partial<NewGrant['what']> = {}): NewGrant => ({
  id: eventIdInTests(),
  to: reader.organisation,
  what: { show: 'whole', event: undefined, gtin: undefined, lot: undefined, serial: undefined, ...changed },
  purpose: 'operations',
  validFrom: NOW,
  validUntil: undefined,
});

interface Stated {
  readonly kind: number;
  readonly groups: Readonly<Record<string, unknown>>;
  readonly root: string;
  readonly actor: string;
}

/** What waits for its place in the log, each read back from its leaf and from what opens it. */
async function stated(): Promise<readonly Stated[]> {
  const { rows } = await pool().query(
    `select s.groups, s.field_names, s.field_commitments, p.leaf from ledger.pending p join statement s on s.id = p.event_id order by p.pid`,
  );
  return rows.map(({ groups, field_names, field_commitments, leaf }) => {
    const parsed = parseLeaf(leaf);
    if (!parsed.ok || parsed.value.type !== 'statement') throw new Error('a statement is stated');
    const names: readonly string[] = field_names;
    const fields = names.map((name, at) => {
      const commitment = parseHash(Uint8Array.from(field_commitments.subarray(at * 32, (at + 1) * 32)));
      if (!commitment) throw new Error('32 bytes are a hash');
      return { name, commitment };
    });
    expect(hexOf(payloadRoot(fields))).toBe(hexOf(parsed.value.payloadRoot));
    expect(names).toEqual(Object.keys(groups).toSorted());
    const { kind, payloadRoot: root, actor } = parsed.value;
    return { kind, groups, root: hexOf(root), actor: hexOf(actor) };
  });
}

test('a grant is stated in the log when it is given and when it is ended, by who gives it', async () => {
  const given = grant({ gtin: gtinOf(1) });
  const { id } = given;
  await saveGrant(reporter, given, NOW);
  await saveGrant(reporter, given, NOW);
  await revokeGrant(reporter, id, NOW);
  await revokeGrant(reporter, id, NOW);

  const actor = hexOf(actorPseudonym(networkKey(), reporter.organisation));
  const parties = { from: reporter.organisation, to: reader.organisation };
  expect(await stated()).toMatchObject([
    { kind: STATEMENT_KIND.grantGiven, actor, groups: { grant: id, parties, what: { gtin: gtinOf(1) } } },
    { kind: STATEMENT_KIND.grantRevoked, actor, groups: { grant: id, parties } },
  ]);
});

test('two statements of the same words open differently', async () => {
  await saveGrant(reporter, grant({ serial: undefined }), NOW);
  await saveGrant(reporter, grant({ serial: undefined }), NOW);
  const [first, second] = await stated();
  expect(first?.root).not.toBe(second?.root);
});

test('what is shown under a grant is stated before it is shown, once an hour for each who reads', async () => {
  await pool().query('update "grant" set revoked_at = valid_from');
  const { pack, event } = await recorded();
  const given = grant();
  const { id } = given;
  await saveGrant(reporter, given, NOW);
  await pool().query('delete from ledger.pending');

  expect(await loadPack(reader, pack, NOW)).toMatchObject({ steps: [{ show: 'whole' }] });
  const use = {
    kind: STATEMENT_KIND.grantUsed,
    actor: hexOf(actorPseudonym(networkKey(), reader.organisation)),
    groups: { grant: id, events: [event.id], parties: { to: reader.organisation }, purpose: 'operations' },
  };
  expect(await stated()).toMatchObject([use]);

  await loadPack(reader, pack, (NOW + 3_599_000) as Instant);
  await loadEvent(reader, event.id, (NOW + 3_599_000) as Instant);
  expect(await stated()).toHaveLength(1);
  await loadEvent(reader, event.id, (NOW + 3_601_000) as Instant);
  expect(await stated()).toMatchObject([use, use]);
});

test('what a reader may see anyway is not seen by a grant, and what is hidden is used by nobody', async () => {
  await pool().query('update "grant" set revoked_at = valid_from');
  const { event, pack } = await recorded();
  await loadPack(reader, pack, NOW);
  await saveGrant(reporter, grant({ event: 'ab'.repeat(16) }), NOW);
  await pool().query('delete from ledger.pending');
  expect(await loadEvent(reader, event.id, NOW)).toBeUndefined();
  await pool().query('update event set parties = $1 where id = $2', [[reader.organisation], event.id]);
  await saveGrant(reporter, grant(), NOW);
  await pool().query('delete from ledger.pending');
  expect(await loadEvent(reader, event.id, NOW)).toBeDefined();
  expect(await loadEvent(reporter, event.id, NOW)).toBeDefined();
  expect(await stated()).toEqual([]);
});

test('an outline that only a grant shows is a use of it too', async () => {
  await pool().query('update "grant" set revoked_at = valid_from');
  const { pack, event } = await recorded();
  await saveGrant(reporter, grant({ show: 'outline' }), NOW);
  await pool().query('delete from ledger.pending');
  expect(await loadPack(reader, pack, NOW)).toMatchObject({ steps: [{ show: 'outline' }] });
  expect(await stated()).toMatchObject([{ groups: { events: [event.id] } }]);
});
