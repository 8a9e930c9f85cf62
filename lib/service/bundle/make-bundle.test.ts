import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mintScope } from '../../auth/mint-scope.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { type VerifiedBundle, verifyBundle } from '../../evidence/bundle/verify-bundle.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Instant } from '../../kernel/instant.ts';
import { signerVkey } from '../../ledger/signer-key.ts';
import { logSigner } from '../../store/log-key.ts';
import { closeStore, pool } from '../../store/pool.ts';
import { saveFindings } from '../../store/save-findings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { logInTests, sealAndPublish } from '../../worker/log-in-tests.ts';
import { newPublisher } from '../../worker/publisher.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  deliver,
  eventOf,
  LOT,
  packRequest,
  toRecord,
  uriOf,
} from '../chain-in-tests.ts';
import { changePack } from '../change-pack.ts';
import { eraseEventFields } from '../erase-event-fields.ts';
import { recordEvent } from '../record-event.ts';
import { verifyPack } from '../verify-pack.ts';
import type { BundleOrder } from './bundle-contents.ts';
import { type MadeBundle, makeBundle } from './make-bundle.ts';

const now = (): Instant => Date.now() as Instant;
const folder = mkdtempSync(join(tmpdir(), 'vialog-bundle-'));
let chain: ChainInTests;
let publish: () => Promise<void>;

const ORIGIN = 'vialog.example/test';
const EXTENSION = 'extension https://example.com/nurses';

beforeAll(async () => {
  vi.stubEnv('VIALOG_DATA_DIR', folder);
  vi.stubEnv('VIALOG_ORIGIN', ORIGIN);
  chain = await chainInTests();
  const { sequencer } = await logInTests();
  const publisher = newPublisher({ signer: logSigner(), everyMs: 0 });
  publish = () => sealAndPublish({ sequencer, publisher });
  await deliver(chain, chain.pharmacy, ['S1', 'S2', 'S3']);
  await publish();
});
afterAll(async () => {
  await closeStore();
  rmSync(folder, { recursive: true });
});

const packOrder = (serial: string, reason?: string): BundleOrder => ({
  ...{ kind: 'pack', gtin: chain.gtin, serial: serial as Serial, reason },
});
async function made(scope: OrgScope, order: BundleOrder): Promise<MadeBundle> {
  const bundle = await makeBundle(scope, order, now());
  if (!bundle.ok) throw new Error(bundle.error.code);
  return bundle.value;
}
const checked = (file: Uint8Array): VerifiedBundle => {
  const verified = verifyBundle(file, { logKey: signerVkey(logSigner()) });
  if (!verified.ok) throw new Error(JSON.stringify(verified.error));
  return verified.value;
};
const eventsIn = ({ entries }: VerifiedBundle) => entries.filter(({ leaf }) => leaf.type === 'event');

describe('the bundle of a pack', () => {
  test('shows who registered and delivered it the whole history, and proves that it is whole', async () => {
    const { file } = await made(chain.manufacturer, packOrder('S1'));
    const bundle = checked(file);
    expect(bundle.subjects).toEqual([{ kind: 'sgtin', id: uriOf(chain.gtin, 'S1'), events: 3, whole: true }]);
    // Nobody of this chain has a key of their own: the platform signs for them, and says so.
    expect(bundle.signatures.filter((who) => who === 'platform').length).toBe(3);
    expect(bundle).toMatchObject({ origin: ORIGIN, reader: chain.manufacturer.organisation });
  });

  test('shows who received it no event before, and does not lead to it either', async () => {
    const bundle = checked((await made(chain.pharmacy, packOrder('S1'))).file);
    expect(bundle.subjects).toMatchObject([{ events: 2, whole: false }]);
    const { rows } = await pool().query<{ readonly id: string }>(
      `select id from event where act = 'commission'`,
    );
    const text = new TextDecoder().decode((await made(chain.pharmacy, packOrder('S1'))).file);
    expect(rows.length).toBe(1);
    for (const { id } of rows) expect(text).not.toContain(id);
  });

  test('opens the tags of no other pack of the same events', async () => {
    const text = new TextDecoder().decode((await made(chain.manufacturer, packOrder('S1'))).file);
    expect(text.match(/"nonce"/g)?.length).toBe(1);
  });

  test('does not exist for who has no part in it, nor across realms', async () => {
    for (const scope of [chain.otherPharmacy, chain.sandbox])
      expect(await makeBundle(scope, packOrder('S1'), now())).toEqual({
        ok: false,
        error: { code: 'not-found' },
      });
  });

  test('is logged with its reason where a regulator takes it', async () => {
    await made(chain.regulator, packOrder('S1', 'inspection of a pharmacy'));
    expect(await countOf(`access_log where what = 'pack/path' and reason = 'inspection of a pharmacy'`)).toBe(
      1,
    );
  });

  test('leaves out what is not under the published head yet', async () => {
    const said = await changePack(chain.pharmacy, packRequest(chain.gtin, 'S3'), {
      state: 'supplied',
      note: undefined,
    });
    expect(said.ok).toBe(true);
    expect(eventsIn(checked((await made(chain.pharmacy, packOrder('S3'))).file)).length).toBe(2);
    await publish();
    expect(eventsIn(checked((await made(chain.pharmacy, packOrder('S3'))).file)).length).toBe(3);
  });
});

test('the bundle of a batch shows how its packs were registered', async () => {
  const { proven } = await made(chain.manufacturer, { kind: 'batch', gtin: chain.gtin, lot: LOT });
  expect(proven.about).toEqual({ kind: 'batch', gtin: chain.gtin, lot: LOT });
  expect(eventsIn(proven).length).toBeGreaterThan(0);
  const stranger = await makeBundle(
    chain.otherPharmacy,
    { kind: 'batch', gtin: chain.gtin, lot: LOT },
    now(),
  );
  expect(stranger).toEqual({ ok: false, error: { code: 'not-found' } });
});

test('the bundle of a case holds the finding, the paths of its packs and the scans it rests on', async () => {
  await verifyPack(chain.pharmacy, packRequest(chain.gtin, 'S1'));
  await publish();
  const { rows } = await pool().query<{ readonly id: string }>(
    `select id from observation where serial = 'S1'`,
  );
  await inTransaction((tx) =>
    saveFindings(
      tx,
      [
        {
          ...{
            id: 'finding-1',
            realm: 0,
            detector: 'D03',
            kind: 'case',
            severity: 4,
            title: 'Supplied twice',
          },
          ...{
            observed: 'Two supplies.',
            expected: 'One supply.',
            clears: 'A declaration.',
            action: 'Ask both.',
          },
          innocent: [{ cause: 'A second scan', tested: 'Not so.' }],
          ...{ packs: [uriOf(chain.gtin, 'S1')], lots: [], parties: [], locations: [], countries: ['IE'] },
          ...{ events: [], observations: rows.map(({ id }) => id), raisedAt: now(), rank: 0.5 },
          ...{ visibleAt: (now() - 1000) as Instant, parameters: 'd03/1' },
        },
      ] as Parameters<typeof saveFindings>[1],
      now(),
    ),
  );
  const bundle = checked((await made(chain.regulator, { kind: 'case', finding: 'finding-1' })).file);
  expect(bundle).toMatchObject({
    observations: rows.length,
    finding: { detector: 'D03', parameters: 'd03/1' },
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(bundle.subjects).toMatchObject([{ id: uriOf(chain.gtin, 'S1') }]);
  expect(await makeBundle(chain.pharmacy, { kind: 'case', finding: 'finding-1' }, now())).toMatchObject({
    ok: false,
  });
});

describe('erasure', () => {
  let event: string;
  let admin: OrgScope;

  test('takes the value and its salt away, and every other proof stays good, in bundles old and new', async () => {
    admin = mintScope({ ...chain.manufacturer, userRole: 'admin', location: undefined });
    const built = eventOf({ ...commissioning(chain.manufacturer, chain.gtin, ['P1']) });
    const document = { ...built.document, 'nurse:name': 'somebody who will be forgotten' };
    const parsed = (await import('../../epcis/parse-event.ts')).parseEvent(document, [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { nurse: 'https://example.com/nurses', vialog: 'https://vialog.example/ns#' },
    ]);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const said = await recordEvent(chain.manufacturer, toRecord(parsed.value));
    if (!said.ok) throw new Error(JSON.stringify(said.error));
    event = said.value.ref;
    await publish();
    const before = await made(chain.manufacturer, packOrder('P1'));
    expect(new TextDecoder().decode(before.file)).toContain('somebody who will be forgotten');

    const erased = await eraseEventFields(admin, { event, fields: [EXTENSION] }, now());
    expect(erased).toMatchObject({ ok: true, value: { fields: [EXTENSION, 'document', 'hash'] } });
    await publish();

    const after = await made(chain.manufacturer, packOrder('P1'));
    const fields = eventsIn(checked(after.file))[0]?.fields ?? [];
    expect(Object.fromEntries(fields.map(({ name, state }) => [name, state]))).toMatchObject({
      ...{ [EXTENSION]: 'erased', document: 'erased', hash: 'erased', what: 'shown', when: 'shown' },
    });
    expect(checked(after.file).subjects).toMatchObject([{ events: 1, whole: true }]);
    expect(new TextDecoder().decode(after.file)).not.toContain('somebody who will be forgotten');
    // The bundle that was made before holds as it did: nothing in the log has changed.
    expect(eventsIn(checked(before.file)).length).toBe(1);
  });

  test('leaves the value nowhere in the database', async () => {
    const { rows } = await pool().query<{ readonly found: boolean }>(
      `select row_to_json(e)::text like '%forgotten%' as found from event e union all
       select row_to_json(s)::text like '%forgotten%' from statement s union all
       select row_to_json(a)::text like '%forgotten%' from access_log a`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ found }) => found)).toEqual([]);
  });

  test('again does nothing, and states nothing', async () => {
    const statements = () => countOf('statement where event is not null');
    expect(await statements()).toBe(1);
    const again = await eraseEventFields(admin, { event, fields: [EXTENSION] }, now());
    expect(again).toMatchObject({ ok: true, value: { statement: undefined } });
    expect(await statements()).toBe(1);
    expect(await countOf(`access_log where what = 'event/erased'`)).toBe(1);
  });

  test('is for administrators, of own events, and of extensions only', async () => {
    const stranger = mintScope({ ...chain.pharmacy, userRole: 'admin', location: undefined });
    const asked = (scope: OrgScope, fields: readonly string[]) =>
      eraseEventFields(scope, { event, fields }, now());
    expect(await asked(chain.manufacturer, [EXTENSION])).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await asked(stranger, [EXTENSION])).toMatchObject({ error: { code: 'not-found' } });
    expect(await asked(admin, ['what'])).toMatchObject({ error: { code: 'erasure/field' } });
    expect(await asked(admin, [])).toMatchObject({ error: { code: 'erasure/field' } });
    expect(await asked(admin, ['extension other'])).toMatchObject({ error: { code: 'erasure/field' } });
  });

  test('moves no pack and changes no state', async () => {
    expect(await countOf(`pack where serial = 'P1' and status = 'active'`)).toBe(1);
  });
});
