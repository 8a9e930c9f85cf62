import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintScope } from '../auth/mint-scope.ts';
import type { Act } from '../custody/claim.ts';
import type { OrganisationRole, OrgScope, Realm } from '../custody/org-scope.ts';
import type { EventFacts } from '../custody/visibility/event-facts.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import { packVisibility } from '../custody/visibility/pack-visibility.ts';
import { visibilityOf } from '../custody/visibility/visibility-of.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Lot } from '../gs1/lot.ts';
import { lgtinOf, sgtinOf } from '../gs1/object-key.ts';
import type { Instant } from '../kernel/instant.ts';
import { appendEvent } from './append-event.ts';
import type { NamedObject, PackKey } from './custody-request.ts';
import { testDatabase } from './database-in-tests.ts';
import type { EventRecord } from './event-record.ts';
import { findEvents } from './find-events.ts';
import { awaitSequenced } from './ledger-entries.ts';
import { advanceLogHead, lockLogHead, openLog } from './ledger-log.ts';
import { movePendingLeaves } from './ledger-pending.ts';
import { loadCustody } from './load-custody.ts';
import { loadEvent, loadEventsByEventId, loadOwnEvent } from './load-event.ts';
import { loadPack } from './load-pack.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { inTransaction } from './transaction.ts';
import {
  activeState,
  claimInTests,
  eventIdInTests,
  eventRecord,
  glnOf,
  gtinOf,
  heldBy,
  instant,
  NOW,
  organisationInTests,
  packChange,
  packKey,
  productInTests,
  requestFor,
} from './world-in-tests.ts';

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  await openLog('vialog.example/log');
});
afterAll(closeStore);

/** What the sequencer does, without its tree: everything that waits gets its place in the log. */
const sequence = () =>
  inTransaction(async (tx) => {
    const head = await lockLogHead(tx);
    if (!head) throw new Error('no log');
    const { count } = await movePendingLeaves(tx, head.size, 5000);
    if (count > 0) await advanceLogHead(tx, head, { ...head, size: head.size + BigInt(count) });
  });

interface Said {
  readonly packs?: readonly PackKey[];
  readonly lots?: readonly NamedObject[];
  readonly changed?: Partial<EventRecord>;
  readonly act?: Act;
}

const say = (scope: OrgScope, { packs = [], lots = [], changed = {}, act = 'observe' }: Said) =>
  inTransaction(async (tx) => {
    const id = eventIdInTests();
    const loaded = await loadCustody(tx, scope, { ...requestFor(id, packs), objects: lots });
    const { pid } = await appendEvent(tx, {
      event: eventRecord(scope, { id, claim: claimInTests(scope, id, { act }), ...changed }),
      packs: packs.map((pack) =>
        packChange(pack, loaded.packs.get(pack.uri)?.counter ?? 0, activeState(heldBy(scope))),
      ),
      objects: lots.map((lot) => ({
        ...lot,
        counter: loaded.objects.get(lot.uri)?.counter ?? 0,
        effect: 'named',
      })),
      batches: [],
    });
    return { id, pid };
  });

describe('paging', () => {
  let wholesaler: OrgScope;
  beforeAll(async () => {
    wholesaler = await organisationInTests(100, 'wholesaler');
  });

  test('a reader who follows the pages while others write sees every event once, in log order', async () => {
    const expected: string[] = [];
    const writers = Array.from({ length: 6 }, async (_, w) => {
      for (let i = 0; i < 15; i++)
        expected.push((await say(wholesaler, { packs: [packKey(gtinOf(50), `W${w}-${i % 4}`)] })).id);
    });
    let writing = true;
    const sequencer = (async () => {
      while (writing) await sequence();
      await sequence();
    })();
    const seen: string[] = [];
    let after: bigint | undefined;
    const readOn = async () => {
      for (;;) {
        const page = await findEvents(wholesaler, {
          limit: 7,
          at: NOW,
          ...(after !== undefined && { after }),
        });
        seen.push(...page.events.map((event) => event.id));
        const last = page.events.at(-1)?.ledger.seq;
        if (last === undefined) return;
        after = last;
      }
    };
    const reader = (async () => {
      while (writing) await readOn();
    })();
    await Promise.all(writers);
    writing = false;
    await Promise.all([sequencer, reader]);
    await readOn();

    expect(seen.toSorted()).toEqual(expected.toSorted());
    expect(new Set(seen).size).toBe(90);
  });

  test('the last page has no next one, and the one before leads to it', async () => {
    const first = await findEvents(wholesaler, { limit: 89, at: NOW });
    expect(first.events).toHaveLength(89);
    const last = await findEvents(wholesaler, {
      limit: 89,
      at: NOW,
      ...(first.next !== undefined && { after: first.next }),
    });
    expect(last.events).toHaveLength(1);
    expect(last.next).toBeUndefined();
  });

  test('whoever waits for its place in the log finds the event just recorded, by what it names and by its step', async () => {
    const pack = packKey(gtinOf(51), 'A/1');
    const { id, pid } = await say(wholesaler, { packs: [pack], changed: { bizStep: 'shipping' } });
    expect(await awaitSequenced(pid, 0)).toBe(false);
    const [arrived] = await Promise.all([awaitSequenced(pid, 5_000), sequence()]);
    expect(arrived).toBe(true);

    const by = (query: object) => findEvents(wholesaler, { limit: 10, at: NOW, ...query });
    expect((await by({ objects: [pack.uri] })).events).toMatchObject([
      { id, document: { type: 'ObjectEvent' }, eventTime: NOW },
    ]);
    expect((await by({ bizSteps: ['shipping'] })).events.map((event) => event.id)).toEqual([id]);
    expect((await by({ objects: [pack.uri], bizSteps: ['receiving'] })).events).toEqual([]);
    expect((await by({ objects: [packKey(gtinOf(51), 'A1').uri] })).events).toEqual([]);
  });

  test('an event of another organisation is not found by any of its names', async () => {
    const stranger = await organisationInTests(110, 'wholesaler', { country: 'FR' });
    const { id } = await say(wholesaler, {});
    await sequence();
    expect(await loadOwnEvent(wholesaler, id)).toMatchObject({ id });
    expect(await loadEvent(wholesaler, id, NOW)).toMatchObject({ id, ledger: { status: 'recorded' } });
    expect(await loadEventsByEventId(wholesaler, `urn:uuid:${id}`, NOW)).toHaveLength(1);

    expect(await loadOwnEvent(stranger, id)).toBeUndefined();
    expect(await loadEvent(stranger, id, NOW)).toBeUndefined();
    expect(await loadEventsByEventId(stranger, `urn:uuid:${id}`, NOW)).toEqual([]);
    expect((await findEvents(stranger, { limit: 1000, at: NOW })).events).toEqual([]);
  });
});

describe('custody.md 6, in SQL as in lib/custody', () => {
  const READER = glnOf(200);
  const WHO = [READER, glnOf(210), glnOf(220)];
  const ROLES: readonly OrganisationRole[] = ['pharmacy', 'manufacturer', 'regulator', 'auditor'];
  const product = gtinOf(60);
  const otherProduct = gtinOf(61);
  const packs = [
    packKey(product, 'P1'),
    packKey(product, 'P2'),
    packKey(product, 'p%/"'),
    packKey(otherProduct, 'P3'),
  ];
  const lots: NamedObject[] = ['L1', 'L+2'].map((lot) => ({
    kind: 'lgtin',
    uri: `https://id.gs1.org/01/${product}/10/${encodeURIComponent(lot)}`,
  }));
  const facts: EventFacts[] = [];
  const grants: Grant[] = [];
  const AT = instant('2026-11-20T12:00:00Z');

  /** A small generator of our own (Lehmer's), so that every run sees the same cases. */
  let drawn = 20261120;
  const next = (): number => {
    drawn = (drawn * 48271) % 2147483647;
    return drawn / 2147483647;
  };
  const one = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = <T>(from: readonly T[], likely = 0.3): T[] => from.filter(() => next() < likely);

  const scopes = new Map<Gln, OrgScope>();

  beforeAll(async () => {
    for (const [at, gln] of WHO.entries())
      scopes.set(
        gln,
        await organisationInTests(200 + 10 * at, 'wholesaler', { country: one(['IE', 'FR', 'DE']) }),
      );
    const holder = scopes.get(WHO[1] ?? READER);
    if (holder) await productInTests(holder, product);
    for (let i = 0; i < 60; i++) await makeEvent(i);
    for (let i = 0; i < 25; i++) await makeGrant();
    await makeFindings();
    await sequence();
  });

  async function makeEvent(i: number): Promise<void> {
    const scope = scopes.get(one(WHO)) as OrgScope;
    const named = i % 7 === 0 ? [] : some(packs);
    const namedLots = some(lots);
    const act = one<Act>(['commission', 'ship', 'supply', 'observe']);
    const countries = some(['IE', 'FR', 'DE'], 0.04);
    const parties = some(WHO);
    const holders = some(WHO);
    const { id } = await say(scope, {
      packs: named,
      lots: namedLots,
      act,
      changed: { countries, parties, holders },
    });
    facts.push({
      event: id,
      realm: 0 as Realm,
      act,
      at: NOW,
      country: scope.country,
      reporter: scope.organisation,
      sourceParties: parties,
      destinationParties: [],
      gtinHolders: holders,
      subjects: [
        ...named.map((pack) => ({
          ...(sgtinOf(pack.uri) as NonNullable<ReturnType<typeof sgtinOf>>),
          lot: 'L1' as Lot,
        })),
        ...namedLots.map((lot) => ({
          ...(lgtinOf(lot.uri) as NonNullable<ReturnType<typeof lgtinOf>>),
          serial: undefined,
        })),
      ],
      countries,
      packCountries: [],
      findingReaders: [],
    });
  }

  const maybe = <T>(likely: number, value: T): T | undefined => (next() < likely ? value : undefined);

  async function makeGrant(): Promise<void> {
    const subject = one(facts.flatMap((fact) => fact.subjects));
    const grant: Omit<Grant, 'id'> = {
      from: one(WHO),
      to: one(WHO),
      what: {
        show: one(['whole', 'outline']),
        event: maybe(0.2, one(facts).event),
        gtin: maybe(0.5, subject.gtin),
        lot: maybe(0.5, subject.lot),
        serial: maybe(0.5, subject.serial),
      },
      purpose: one(['operations', 'operations', 'operations', 'audit']),
      validFrom: one([AT - 1000, AT - 1000, AT - 1000, AT, AT + 1]) as Instant,
      validUntil: maybe(0.2, one([AT, AT + 1]) as Instant),
      revokedAt: maybe(0.2, one([AT, AT + 1]) as Instant),
    };
    grants.push({ ...grant, id: await insertGrant(grant) });
  }

  async function insertGrant({ what, ...grant }: Omit<Grant, 'id'>): Promise<string> {
    const date = (at: Instant | undefined) => (at === undefined ? null : new Date(at));
    const { rows } = await pool().query(
      `insert into "grant" (from_party, to_party, show, event, gtin, lot, serial, purpose, valid_from, valid_until, revoked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        grant.from,
        grant.to,
        what.show,
        what.event,
        what.gtin,
        what.lot,
        what.serial,
        grant.purpose,
        date(grant.validFrom),
        date(grant.validUntil),
        date(grant.revokedAt),
      ],
    );
    return rows[0].id;
  }

  /** Cases touch France, and Germany only while they are pending. */
  async function makeFindings(): Promise<void> {
    const insert = (id: string, status: string, kind: string, country: string, pack: PackKey) =>
      pool().query(
        `insert into finding (id, realm, detector, kind, severity, status, title, observed, expected, innocent, clears, action, packs,
           countries, raised_at, visible_at, parameters, rank) values ($1, 0, 'D', $3, 5, $2, '', '', '', '[]', '', '', $5, $4, now(), now(), '', 1)`,
        [id, status, kind, [country], [pack.uri]],
      );
    await insert('f1', 'open', 'case', 'FR', packs[0] as PackKey);
    await insert('f2', 'pending', 'case', 'DE', packs[1] as PackKey);
    await insert('f3', 'open', 'data-quality', 'IE', packs[2] as PackKey);
  }

  const reader = (role: OrganisationRole, country: string, realm = 0): OrgScope =>
    mintScope({
      organisation: READER,
      organisationRole: role,
      realm: realm as Realm,
      country,
      userRole: 'operator',
      location: undefined,
      actor: 'user:1',
    });

  const packsIn = (fact: EventFacts) =>
    packs.filter((pack) => fact.subjects.some((s) => s.serial === pack.serial && s.gtin === pack.gtin));
  const findingReadersOf = (pack: PackKey, scope: OrgScope): readonly Gln[] =>
    pack === packs[0] && scope.organisationRole === 'regulator' && scope.country === 'FR' ? [READER] : [];
  const countriesOf = (pack: PackKey) =>
    facts
      .filter((fact) => packsIn(fact).includes(pack) && fact.reporter !== READER)
      .flatMap((fact) => fact.countries);

  const cases = ROLES.flatMap((role) =>
    ['IE', 'FR', 'DE'].flatMap((country) => [0, 5].map((realm) => [role, country, realm] as const)),
  );

  test.each(cases)(
    '%s of %s in realm %i: the events found are those that the rules show whole',
    async (role, country, realm) => {
      const scope = reader(role, country, realm);
      const expected = facts.filter((fact) => {
        const packCountries = packsIn(fact).flatMap(countriesOf);
        const findingReaders = packsIn(fact).flatMap((pack) => findingReadersOf(pack, scope));
        return visibilityOf(scope, { ...fact, packCountries, findingReaders }, grants, AT) === 'whole';
      });
      const found = await findEvents(scope, { limit: 1000, at: AT });
      const made = new Set(facts.map((fact) => fact.event));

      expect(
        found.events
          .map((event) => event.id)
          .filter((id) => made.has(id))
          .toSorted(),
      ).toEqual(expected.map((fact) => fact.event).toSorted());
    },
  );

  test.each(cases)(
    '%s of %s in realm %i: a pack and each step of its path is shown as far as the rules say',
    async (role, country, realm) => {
      const scope = reader(role, country, realm);
      for (const pack of packs) {
        const events = facts.filter((fact) => packsIn(fact).includes(pack));
        const last = events.at(-1);
        const sight = packVisibility(
          scope,
          {
            realm: 0 as Realm,
            gtinHolder: pack.gtin === product ? WHO[1] : undefined,
            place: last
              ? { kind: 'held', party: last.reporter, location: undefined, since: NOW }
              : { kind: 'nowhere' },
            events,
            findingReaders: findingReadersOf(pack, scope),
          },
          grants,
          AT,
        );
        const loaded = await loadPack(scope, pack, AT);

        expect(loaded !== undefined).toBe(sight.exists);
        expect(loaded?.state !== undefined).toBe(sight.state);
        const shown = sight.events.map(({ event, sight: { visibility } }) =>
          visibility === 'whole' ? event.event : visibility,
        );
        expect(
          (loaded?.steps ?? []).map((step) => (step.show === 'whole' ? step.event.id : step.show)),
        ).toEqual(shown);
      }
    },
  );

  test('the matrix has every answer in it', () => {
    const scope = reader('regulator', 'FR');
    const seen = facts.map((fact) =>
      visibilityOf(scope, { ...fact, packCountries: packsIn(fact).flatMap(countriesOf) }, grants, AT),
    );
    expect(new Set(seen)).toEqual(new Set(['whole', 'outline', 'hidden']));
    const operations = facts.filter(
      (fact) => visibilityOf(reader('pharmacy', 'IE'), fact, grants, AT) === 'outline',
    );
    expect(operations.length).toBeGreaterThan(0);
  });
});
