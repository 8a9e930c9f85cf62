import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mintScope } from '../../../../lib/auth/mint-scope.ts';
import type { OrgScope } from '../../../../lib/custody/org-scope.ts';
import { actorKeyId } from '../../../../lib/evidence/actor-key.ts';
import { noBlocks } from '../../../../lib/evidence/block-chain.ts';
import { EVENT_FLAG, type EventLeaf, signedBytesOf } from '../../../../lib/evidence/event-leaf.ts';
import { KeyRegistry } from '../../../../lib/evidence/key-registry.ts';
import { parseLeaf } from '../../../../lib/evidence/leaf.ts';
import { auditEntries } from '../../../../lib/evidence/log-audit.ts';
import { hexOf } from '../../../../lib/kernel/bytes.ts';
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '../../../../lib/kernel/ed25519-node.ts';
import { Frontier } from '../../../../lib/ledger/frontier.ts';
import {
  type ChainInTests,
  chainInTests,
  commissioning,
  countOf,
  eventOf,
  say,
} from '../../../../lib/service/chain-in-tests.ts';
import { bearerOf } from '../../../../lib/service/keys-in-tests.ts';
import { loadEntries } from '../../../../lib/store/ledger-entries.ts';
import { closeStore, pool } from '../../../../lib/store/pool.ts';
import { startJobRunner } from '../../../../lib/worker/job-runner.ts';
import type { Running } from '../../../../lib/worker/loop.ts';
import { startSequencer } from '../../../../lib/worker/start-sequencer.ts';
import { GET as getJob } from '../../../epcis/v2/capture/[id]/route.ts';
import { POST as capture } from '../../../epcis/v2/capture/route.ts';
import { POST as leavesOf } from '../leaves/route.ts';
import { DELETE as revoke } from './[id]/route.ts';
import { POST as draft } from './drafts/route.ts';
import { GET as list, POST as register } from './route.ts';

let chain: ChainInTests;
let workers: readonly Running[] = [];
let authorization: string;
const scopeOf = (): OrgScope => mintScope({ ...chain.manufacturer, location: undefined, userRole: 'admin' });

beforeAll(async () => {
  chain = await chainInTests();
  workers = [startSequencer({ batchAgeMs: 10 }), await startJobRunner()];
  authorization = await bearerOf(scopeOf());
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

type Handler = (request: Request) => Promise<Response>;

async function ask(handler: Handler, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = { authorization, 'content-type': 'application/json', ...headers };
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const method = handler === list || handler === getJob ? 'GET' : handler === revoke ? 'DELETE' : 'POST';
  const response = await handler(new Request(`http://localhost${path}`, { method, headers: init, ...sent }));
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get('location'),
    ...(text === '' ? {} : JSON.parse(text)),
  };
}

interface Pair {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly id: string;
}
function newPair(): Pair {
  const seed = randomBytes(32);
  const publicKey = ed25519PublicKey(seed);
  return { seed, publicKey, id: hexOf(actorKeyId(publicKey)) };
}
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const signed = ({ seed }: Pair, text: string): string =>
  base64(ed25519Sign(seed, Buffer.from(text, 'base64')));

/** Registers a key, vouched for by `old` where there is one; with `replaces` in its place. */
async function registered(pair: Pair, old?: Pair, replaces = false) {
  const order = {
    publicKey: base64(pair.publicKey),
    ...(old && (replaces ? { replaces: old.id } : { signer: old.id })),
  };
  const drafted = await ask(draft, '/api/v1/keys/drafts', order);
  expect(drafted).toMatchObject({ status: 200, signer: old?.id ?? null });
  return ask(register, '/api/v1/keys', {
    signed: drafted.signed,
    possession: signed(pair, drafted.signed),
    ...(old && { authority: signed(old, drafted.signed) }),
  });
}

let serial = 0;
function newDocument(): string {
  const events = [1, 2].map(() =>
    eventOf(commissioning(chain.manufacturer, chain.gtin, [`SIGNED${++serial}`])),
  );
  return JSON.stringify({
    '@context': events[0]?.context,
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-20T12:00:00Z' },
    epcisBody: { eventList: events.map(({ document }) => document) },
  });
}

/** Captures a document with these signatures, and gives what its job came to. */
async function captured(body: string, signatures: readonly string[] | undefined) {
  const signature = signatures?.map((one, at) => `e${at}=:${one}:`).join(', ');
  const taken = await ask(capture, '/epcis/v2/capture', body, signature ? { signature } : {});
  if (taken.status !== 202) return taken;
  for (let waited = 0; waited < 400; waited++) {
    const job = await ask(getJob, taken.location ?? '');
    if (!job.running) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the job does not end');
}

const handedOut = async (body: string, { id }: Pair): Promise<readonly string[]> => {
  const answer = await ask(leavesOf, `/api/v1/leaves?key=${id}`, body);
  expect(answer).toMatchObject({ status: 200, leaves: [{ recorded: false }, { recorded: false }] });
  return answer.leaves.map(({ toSign }: { toSign: string }) => toSign);
};

async function signedAndCaptured(pair: Pair) {
  const body = newDocument();
  const leaves = await handedOut(body, pair);
  return captured(
    body,
    leaves.map((leaf) => signed(pair, leaf)),
  );
}

/** The log as it stands, read as an auditor reads it. */
async function audited() {
  for (let waited = 0; waited < 200 && (await countOf('ledger.pending')) > 0; waited++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const entries = (await loadEntries(0n, 10_000n)).map(({ leaf }) => new Uint8Array(leaf));
  const audit = { frontier: new Frontier(), chain: noBlocks(), keys: new KeyRegistry() };
  const found = auditEntries(audit, entries);
  if ('code' in found) throw new Error(`entry ${found.index}: ${found.code}`);
  const wrong = found.signatures.filter(
    ({ publicKey, message, signature }) => !ed25519Verify(publicKey, message, signature),
  );
  expect(wrong).toEqual([]);
  const events = entries.flatMap((entry): { leaf: EventLeaf; entry: Uint8Array }[] => {
    const leaf = parseLeaf(entry);
    return leaf.ok && leaf.value.type === 'event' ? [{ leaf: leaf.value, entry }] : [];
  });
  return { keys: found.keys.keys(), events, signatures: found.signatures.length };
}

const code = (job: { errors?: readonly { code: string }[]; code?: string }) =>
  job.errors?.[0]?.code ?? job.code;

test('while an organisation has no key, the platform signs with one of its own and says so', async () => {
  await Promise.all(
    [1, 2, 3].map((n) =>
      say(chain.wholesaler, {
        bizStep: 'inspecting',
        epcList: [`https://id.gs1.org/01/${chain.gtin}/21/P${n}`],
      }),
    ),
  );
  await say(chain.sandbox, { bizStep: 'inspecting', epcList: [`https://id.gs1.org/01/${chain.gtin}/21/P1`] });
  const { events, keys, signatures } = await audited();
  expect(keys.map(({ holder }) => holder)).toEqual(['platform', 'platform']);
  expect([events.length, signatures]).toEqual([4, 4]);
  for (const { leaf } of events) expect(leaf.flags & EVENT_FLAG.platformHeldKey).not.toBe(0);
  const { rows } = await pool().query('select sealed, public_key from actor_key');
  for (const { sealed } of rows) expect(sealed).toHaveLength(12 + 32 + 16);
});

test('an organisation’s own key: registered, used, vouching, replaced, ended', async () => {
  const [first, second, third] = [newPair(), newPair(), newPair()];
  expect(await captured(newDocument(), undefined)).toMatchObject({ success: true });
  expect(await registered(first)).toMatchObject({ status: 201, id: first.id });
  expect(await signedAndCaptured(first)).toMatchObject({ success: true, errors: [] });

  // A second key needs the word of the first.
  const order = { publicKey: base64(second.publicKey) };
  const drafted = await ask(draft, '/api/v1/keys/drafts', order);
  const alone = { signed: drafted.signed, possession: signed(second, drafted.signed) };
  expect(await ask(register, '/api/v1/keys', alone)).toMatchObject({ status: 422, code: 'key/draft' });
  const wrong = { ...alone, authority: signed(second, drafted.signed) };
  expect(await ask(register, '/api/v1/keys', wrong)).toMatchObject({ status: 422, code: 'key/signature' });
  expect(await registered(second, first, true)).toMatchObject({ status: 201 });

  // The old key is at its end.
  const late = newDocument();
  expect(await ask(leavesOf, `/api/v1/leaves?key=${first.id}`, late)).toMatchObject({
    ...{ status: 409, code: 'key/not-active' },
  });
  expect(await signedAndCaptured(second)).toMatchObject({ success: true });
  const asked = newDocument();
  const leaves = await handedOut(asked, second);
  expect(await registered(third, second)).toMatchObject({ status: 201 });
  expect(await registered(third, second)).toMatchObject({ status: 409, code: 'key/known' });
  expect(await ask(revoke, `/api/v1/keys/${second.id}?compromisedSince=2026-11-20T10:00:00Z`)).toMatchObject({
    status: 204,
  });
  const job = await captured(
    asked,
    leaves.map((leaf) => signed(second, leaf)),
  );
  expect(code(job)).toBe('capture/key-not-active');
  expect(await signedAndCaptured(third)).toMatchObject({ success: true });

  // With the platform's key at its end, nothing is recorded without the organisation.
  const { keys } = await ask(list, '/api/v1/keys');
  const held = keys.find((key: { heldBy: string }) => key.heldBy === 'platform');
  expect(await ask(revoke, `/api/v1/keys/${held.id}`)).toMatchObject({ status: 204 });
  expect(code(await captured(newDocument(), undefined))).toBe('capture/unsigned');
  expect(await signedAndCaptured(third)).toMatchObject({ success: true });

  // Without any key the platform helps out, and its leaf says so.
  expect(await ask(revoke, `/api/v1/keys/${third.id}`)).toMatchObject({ status: 204 });
  expect(await captured(newDocument(), undefined)).toMatchObject({ success: true });
  expect((await ask(list, '/api/v1/keys')).keys).toMatchObject([
    { heldBy: 'platform', ended: null },
    { id: third.id, heldBy: 'organisation', replaces: null },
    { id: second.id, replaces: first.id, compromisedSince: '2026-11-20T10:00:00.000Z' },
    { id: first.id, ended: expect.any(String) },
    { id: held.id },
  ]);
  const { events } = await audited();
  const own = events.filter(({ leaf }) => hexOf(leaf.actorKeyId) === third.id);
  expect(own).toHaveLength(4);
  for (const { leaf, entry } of own) {
    expect(leaf.flags & EVENT_FLAG.platformHeldKey).toBe(0);
    expect(ed25519Verify(third.publicKey, signedBytesOf(entry), leaf.signature ?? new Uint8Array())).toBe(
      true,
    );
  }
}, 60_000);

test('a signature over anything but the leaf that was handed out records nothing', async () => {
  const pair = newPair();
  expect(await registered(pair)).toMatchObject({ status: 201 });
  const before = await countOf('event');
  const body = newDocument();
  const zeros = [base64(new Uint8Array(64)), base64(new Uint8Array(64))];
  expect(code(await captured(body, zeros))).toBe('capture/leaf-not-handed-out');
  const leaves = await handedOut(body, pair);
  const signatures = leaves.map((leaf) => signed(pair, leaf));
  expect(code(await captured(body, zeros))).toBe('capture/signature');
  expect(code(await captured(body, signatures.toReversed()))).toBe('capture/signature');
  expect(code(await captured(body, signatures.slice(1)))).toBe('header/signature');
  // The same events in other bytes: the leaf commits to the document as it came.
  expect(code(await captured(` ${body}`, signatures))).toBe('capture/leaf-changed');
  expect(await countOf('event')).toBe(before);
  expect(await captured(body, signatures)).toMatchObject({ success: true });
  expect(await captured(body, signatures)).toMatchObject({ success: true });
  expect(await countOf('event')).toBe(before + 2);
  expect(await countOf('leaf_draft where organisation = $1', [chain.manufacturer.organisation])).toBe(2);
}, 60_000);

test('a key that verifiers disagree about, somebody else’s, and a draft of another are refused', async () => {
  for (const [hex, fault] of [
    [`01${'00'.repeat(31)}`, 'key/odd-encoding'],
    [`02${'00'.repeat(31)}`, 'key/not-a-point'],
    ['00', 'key/length'],
  ] as const)
    expect(
      await ask(draft, '/api/v1/keys/drafts', { publicKey: Buffer.from(hex, 'hex').toString('base64') }),
    ).toMatchObject({ status: 422, code: fault });
  const pair = newPair();
  const drafted = await ask(draft, '/api/v1/keys/drafts', { publicKey: base64(pair.publicKey) });
  const body = { signed: drafted.signed, possession: signed(pair, drafted.signed) };
  const other = await bearerOf(mintScope({ ...chain.pharmacy, location: undefined, userRole: 'admin' }));
  const stranger = { authorization: other };
  expect(await ask(register, '/api/v1/keys', body, stranger)).toMatchObject({ code: 'key/draft' });
  const { keys } = await ask(list, '/api/v1/keys');
  expect(await ask(revoke, `/api/v1/keys/${keys[0].id}`, undefined, stranger)).toMatchObject({ status: 404 });
  expect((await ask(list, '/api/v1/keys', undefined, stranger)).keys).toEqual([]);
  const branch = await bearerOf(mintScope({ ...chain.manufacturer, userRole: 'operator' }));
  expect(await ask(list, '/api/v1/keys', undefined, { authorization: branch })).toMatchObject({
    status: 403,
  });
});

test('recording goes on beside keys that come and go, and the log stays in order', async () => {
  const scope = chain.otherPharmacy;
  let isOver = false;
  const lines = [1, 2, 3, 4].map(async (line) => {
    for (let n = 0; !isOver; n++) {
      const epcList = [`https://id.gs1.org/01/${chain.gtin}/21/K${line}-${n}`];
      expect(await say(scope, { bizStep: 'inspecting', epcList })).toMatchObject({ ok: true });
    }
  });
  const other = await bearerOf(mintScope({ ...scope, location: undefined, userRole: 'admin' }));
  for (let round = 0; round < 12; round++) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const { keys } = await ask(list, '/api/v1/keys', undefined, { authorization: other });
    const active = keys.find(({ ended }: { ended: string | null }) => ended === null);
    if (active) await ask(revoke, `/api/v1/keys/${active.id}`, undefined, { authorization: other });
  }
  isOver = true;
  await Promise.all(lines);
  const { keys } = await audited();
  expect(keys.filter(({ toIndex }) => toIndex !== undefined).length).toBeGreaterThan(8);
}, 60_000);
