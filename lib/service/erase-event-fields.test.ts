import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import type { Instant } from '../kernel/instant.ts';
import { closeStore, pool } from '../store/pool.ts';
import { logInTests, sealAndPublish } from '../worker/log-in-tests.ts';
import { type ChainInTests, chainInTests, commissioning, eventOf, toRecord } from './chain-in-tests.ts';
import { eraseEventFields } from './erase-event-fields.ts';
import { recordEvent } from './record-event.ts';

const FIELDS = ['nurses', 'porters', 'guards'].map((who) => `extension https://example.com/${who}`);

let chain: ChainInTests;
beforeAll(async () => {
  chain = await chainInTests();
});
afterAll(closeStore);

const now = (): Instant => Date.now() as Instant;
const administrator = () => mintScope({ ...chain.manufacturer, userRole: 'admin', location: undefined });

/** An event with values of three extensions, in the log. */
async function eventWithNames(serial: string): Promise<string> {
  const built = eventOf(commissioning(chain.manufacturer, chain.gtin, [serial]));
  const document = { ...built.document, 'nurses:name': 'N', 'porters:name': 'P', 'guards:name': 'G' };
  const known = Array.isArray(built.context) ? built.context : [built.context];
  const spaces = Object.fromEntries(
    ['nurses', 'porters', 'guards'].map((who) => [who, `https://example.com/${who}`]),
  );
  const parsed = parseEvent(document, [...known, spaces]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const said = await recordEvent(chain.manufacturer, toRecord(parsed.value));
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  await sealAndPublish(await logInTests());
  return said.value.ref;
}

async function namesIn(event: string): Promise<readonly string[]> {
  const { rows } = await pool().query('select document from event where id = $1', [event]);
  return Object.keys(rows[0]?.document ?? {}).filter((key) => key.endsWith(':name'));
}

/** Erases while the event's row is held, so that all have read it before any erases. */
async function eraseAtOnce(event: string, fields: readonly string[]) {
  const holder = await pool().connect();
  await holder.query('begin');
  await holder.query('select from event where id = $1 for update', [event]);
  const erasures = fields.map((field) =>
    eraseEventFields(administrator(), { event, fields: [field] }, now()),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  await holder.query('commit');
  holder.release();
  return Promise.all(erasures);
}

test('two erasures at once bring back nothing of each other', async () => {
  const event = await eventWithNames('E1');
  const erased = await eraseAtOnce(event, FIELDS.slice(0, 2));
  expect(erased).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await namesIn(event)).toEqual(['guards:name']);

  // A value that such a race brought back goes when its erasure is asked for again.
  await pool().query(`update event set document = document::jsonb || '{"nurses:name": "N"}' where id = $1`, [
    event,
  ]);
  const again = await eraseEventFields(administrator(), { event, fields: FIELDS.slice(0, 1) }, now());
  expect(again).toMatchObject({ ok: true, value: { statement: undefined } });
  expect(await namesIn(event)).toEqual(['guards:name']);
});
