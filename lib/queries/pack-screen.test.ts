import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { fieldMembership, payloadRoot, verifyField } from '../evidence/field-commitment.ts';
import { sgtinUri } from '../gs1/digital-link.ts';
import { parseHex } from '../kernel/bytes.ts';
import { parseHash } from '../ledger/hash.ts';
import { countOf, packRequest, say } from '../service/chain-in-tests.ts';
import { changePack } from '../service/change-pack.ts';
import { closeStore } from '../store/pool.ts';
import { type PackScreenRow, packScreen } from './pack-screen.ts';
import { scanScreen } from './scan-screen.ts';
import { now, type QueryWorld, queryWorld, serialOf } from './world-in-tests.ts';

let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
});
afterAll(closeStore);

const ask = (scope: OrgScope, serial: string, reason?: string) =>
  packScreen(scope, { gtin: world.gtin, serial: serialOf(serial) }, now(), reason);

async function shown(scope: OrgScope, serial: string, reason?: string): Promise<PackScreenRow> {
  const answer = await ask(scope, serial, reason);
  if (answer.kind !== 'shown') throw new Error(answer.kind);
  return answer.pack;
}

describe('the page of a pack', () => {
  test('shows its holder the state, the verdict of the counter and the events it is party to', async () => {
    const pack = await shown(world.pharmacy, 'S1');
    expect(pack).toMatchObject({
      batch: 'L1',
      expiry: { date: '2028-05-31', printed: '280531' },
      packState: 'active',
      batchState: 'released',
      holder: 'Organisation 300',
      verdict: 'supply',
    });
    expect(pack.events.map(({ act }) => act)).toEqual(['ship', 'receive']);
    expect(pack.events[1]?.who).toBe('Organisation 300');
  });

  test('shows the holder of the GTIN the registration and the state, and not who holds it', async () => {
    const pack = await shown(world.manufacturer, 'S1');
    expect(pack.events.map(({ act }) => act)).toEqual(['commission', 'ship', 'receive']);
    expect(pack.holder).toBeNull();
  });

  test('shows nothing to an organisation that has no part in it, and says nothing of its existence', async () => {
    expect(await ask(world.otherPharmacy, 'S1')).toEqual({ kind: 'nothing' });
    expect(await ask(world.otherPharmacy, 'no such serial')).toEqual({ kind: 'nothing' });
    expect(await ask(world.sandbox, 'S1')).toEqual({ kind: 'nothing' });
  });

  test('tells who named a pack that it has nothing to do with no more than that it did', async () => {
    for (const serial of ['S2', 'none']) {
      const said = await say(world.otherPharmacy, {
        bizStep: 'holding',
        disposition: 'stolen',
        epcList: [sgtinUri(world.gtin, serialOf(serial))],
      });
      expect(said.ok).toBe(true);
    }
    const [known, unknown] = [
      await shown(world.otherPharmacy, 'S2'),
      await shown(world.otherPharmacy, 'none'),
    ];
    for (const { events, ...pack } of [known, unknown]) {
      expect(events.map(({ act, effect, flags }) => ({ act, effect, flags }))).toEqual([
        { act: 'steal', effect: 'named', flags: [] },
      ]);
      expect({ ...pack, serial: 'S2' }).toEqual({ ...known, events: undefined });
    }
    expect((await shown(world.manufacturer, 'S2')).events.map(({ effect }) => effect)).not.toContain('named');
    const { earlier } = await scanScreen(world.otherPharmacy, now());
    expect(earlier.map(({ pack, undoUntil }) => [pack.batch, pack.expiry, undoUntil])).toEqual([
      ['', '', null],
      ['', '', null],
    ]);
  });

  test('asks a regulator for a reason, logs it, and only then shows the path', async () => {
    const logged = () => countOf(`access_log where what = 'pack/path'`);
    expect(await ask(world.regulator, 'S1')).toEqual({ kind: 'reason-needed' });
    expect(await ask(world.regulator, 'S1', '  x ')).toEqual({ kind: 'reason-needed' });
    expect(await logged()).toBe(0);
    const pack = await shown(world.regulator, 'S1', 'case 17');
    expect(pack.holder).toBe('Organisation 300');
    expect(await logged()).toBe(1);
  });

  test('shows nothing to the regulator of a country that the pack never touched, and logs the attempt', async () => {
    expect(await ask(world.foreignRegulator, 'S1', 'case 18')).toEqual({ kind: 'nothing' });
    expect(await countOf(`access_log where reason = 'case 18'`)).toBe(1);
  });

  test('shows a regulator abroad no more of a pack for having named it', async () => {
    await say(world.foreignRegulator, { epcList: [sgtinUri(world.gtin, serialOf('S3'))] });
    expect(await shown(world.foreignRegulator, 'S3', 'case 19')).toMatchObject({
      packState: 'withheld',
      batch: null,
      events: [{ act: 'observe', effect: 'named' }],
    });
  });

  test('opens exactly the commitments that the leaf was made with', async () => {
    const [event] = (await shown(world.pharmacy, 'S2')).events;
    const opening = event?.opening;
    if (!opening) throw new Error('an event that is seen whole can be opened');
    const committed = opening.commitments.map(({ name, commitment }) => ({
      name,
      commitment: parseHash(parseHex(commitment) ?? new Uint8Array()) ?? fail(),
    }));
    const root = payloadRoot(committed);
    for (const { name, value, salt } of opening.fields) {
      const membership = fieldMembership(committed, name as 'what') ?? fail();
      const opened = { name, value, salt: parseHex(salt) ?? new Uint8Array() };
      expect(verifyField(opened, membership, root), name).toMatchObject({ ok: true });
    }
    expect(opening.fields.map(({ name }) => name)).toContain('what');
    expect(opening.fields.map(({ name }) => name)).not.toContain('document');
  });

  test('tells a counter after the supply what it is told at the counter', async () => {
    const supplied = await changePack(world.pharmacy, packRequest(world.gtin, 'S3'), {
      state: 'supplied',
      note: undefined,
    });
    expect(supplied.ok).toBe(true);
    const pack = await shown(world.pharmacy, 'S3');
    expect(pack.packState).toBe('supplied');
    expect(pack.events.at(-1)).toMatchObject({ act: 'supply', effect: 'applied' });
  });
});

function fail(): never {
  throw new Error('not what was expected');
}
