import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ledgerEventId } from '../evidence/event-id.ts';
import { LEAF_MAGIC, LEAF_TYPE, LEAF_VERSION } from '../evidence/leaf-format.ts';
import { hexOf } from '../kernel/bytes.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { networkKey } from '../store/network-key.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { refuseOtherNetworkKey } from './refuse-other-network-key.ts';

const REPORTER = '9520000000011';
const EVENT_ID = 'urn:uuid:8f1b2a34-0000-4000-8000-000000000001';

beforeAll(async () => {
  vi.stubEnv('VIALOG_TAG_KEY', '07'.repeat(32));
  connectStore({ url: (await testDatabase()).url });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeStore();
});

/** An event with the beginning of its leaf. */
const record = async (id: Uint8Array, seq: number) => {
  await pool().query(
    `insert into organisation (gln, name, role, country) values ($1, 'Demo', 'wholesaler', 'DE') on conflict do nothing`,
    [REPORTER],
  );
  await pool().query(
    `insert into event (id, realm, reporter, event_id, event_hash, content_digest, act, claim, action, event_time, offset_minutes,
       record_time, document, context, field_names, field_salts, field_commitments)
     values ($1, 0, $2, $3, 'x', $4, 'observe', '{}', 'OBSERVE', now(), 0, now(), '{}', '{}', '{}', '', '')`,
    [hexOf(id), REPORTER, EVENT_ID, new Uint8Array(32)],
  );
  await pool().query(
    `insert into ledger.entry (log_id, seq, event_id, leaf_hash, leaf) values (1, $1, $2, $3, $4)`,
    [seq, hexOf(id), new Uint8Array(32), Uint8Array.of(...LEAF_MAGIC, LEAF_VERSION, LEAF_TYPE.event)],
  );
};

test('a database without events takes any key', async () => {
  await expect(refuseOtherNetworkKey()).resolves.toBeUndefined();
});

test('the key that named the events is taken', async () => {
  await record(ledgerEventId(networkKey(), REPORTER, EVENT_ID, false), 2);
  await expect(refuseOtherNetworkKey()).resolves.toBeUndefined();
});

test('another key is refused in one sentence, which does not repeat it', async () => {
  await record(new Uint8Array(16).fill(1), 1);
  await expect(refuseOtherNetworkKey()).rejects.toThrow(/^VIALOG_TAG_KEY.* put the old one back\.$/);
});
