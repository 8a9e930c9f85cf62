import { describe, expect, test } from 'vitest';
import { elsewhere, instant, OTHER_PHARMACY } from '../counter/counter-in-tests.ts';
import type { OrganisationRole, Realm } from '../org-scope.ts';
import type { Place } from '../pack-state.ts';
import { discloseEarlierSupply } from './disclose-earlier-supply.ts';
import type { EventFacts } from './event-facts.ts';
import { outlineOf } from './outline-of.ts';
import { type PathFacts, packVisibility } from './pack-visibility.ts';
import { AT, event, PARTNER, READER, REAL, REPORTER, reader } from './visibility-in-tests.ts';

const since = instant('2026-06-01T00:00:00Z');
const held = (party: typeof READER): Place => ({ kind: 'held', party, location: undefined, since });
const moving = (from: typeof READER, to: typeof READER): Place => ({
  kind: 'transit',
  from,
  to,
  returned: false,
  since,
});

/** A pack's life among strangers in France. */
const path = (more: Partial<PathFacts> = {}, ...events: readonly Partial<EventFacts>[]): PathFacts => ({
  realm: REAL,
  gtinHolder: PARTNER,
  place: held(REPORTER),
  events: [{}, ...events].map((facts) => event(facts)),
  findingReaders: [],
  ...more,
});

const seen = (role: OrganisationRole, pack: PathFacts) => {
  const { exists, state, logged, events } = packVisibility(reader(role), pack, [], AT);
  return { exists, state, logged, events: events.map(({ sight }) => sight.visibility) };
};

describe('custody.md 6, of one pack', () => {
  test('"what a reader may not see is answered as what does not exist"', () => {
    expect(seen('wholesaler', path())).toEqual({ exists: false, state: false, logged: false, events: [] });
  });

  test('"the holder of the GTIN: commissioning, current state"; events of others stay hidden', () => {
    const own = path({ gtinHolder: READER }, { act: 'commission', gtinHolders: [READER] });
    expect(seen('manufacturer', own)).toEqual({
      exists: true,
      state: true,
      logged: false,
      events: ['whole'],
    });
  });

  test.each([
    ['who holds it', held(READER), true],
    ['who sent it', moving(READER, PARTNER), true],
    ['who awaits it', moving(PARTNER, READER), false],
  ])('%s sees its state: %s', (_who, place, state) => {
    expect(seen('pharmacy', path({ place })).state).toBe(state);
  });

  test('a partner of long ago sees its own hop, and nothing of what became of the pack', () => {
    const hop = path({}, { sourceParties: [READER] });
    expect(seen('wholesaler', hop)).toEqual({ exists: true, state: false, logged: false, events: ['whole'] });
  });

  test('"a regulator: events that touch its country whole; of the other events of such packs kind, time and country"', () => {
    const through = path({}, { countries: ['FR', 'DE'] }, { act: 'supply' });
    expect(seen('regulator', through)).toEqual({
      exists: true,
      state: true,
      logged: true,
      events: ['outline', 'whole', 'outline'],
    });
    expect(seen('regulator', path()).exists).toBe(false);
  });

  test('a regulator that names a pack in an event of its own does not bring it before itself by that', () => {
    const own = path({}, { reporter: READER, countries: ['DE'] });
    expect(seen('regulator', own)).toEqual({ exists: true, state: false, logged: true, events: ['whole'] });
  });

  test('"… and of packs in its findings"', () => {
    expect(seen('regulator', path({ findingReaders: [READER] }))).toEqual({
      exists: true,
      state: true,
      logged: true,
      events: ['outline'],
    });
    expect(seen('wholesaler', path({ findingReaders: [READER] })).exists).toBe(false);
  });

  test('a pack of another realm does not exist, whoever holds it', () => {
    const realm = 7 as Realm;
    const pack = path({ realm, gtinHolder: READER, place: held(READER) }, { realm, reporter: READER });
    expect(seen('regulator', { ...pack, events: pack.events.map((e) => ({ ...e, realm })) }).exists).toBe(
      false,
    );
  });

  test('a pack that is nowhere is held by nobody', () => {
    expect(seen('pharmacy', path({ place: { kind: 'nowhere' } })).state).toBe(false);
  });
});

describe('custody.md 6, "kind, time and country"', () => {
  test('an outline has these three and nothing else', () => {
    expect(outlineOf(event())).toEqual({
      kind: 'ship',
      at: instant('2026-06-03T10:00:00Z'),
      country: 'FR',
    });
  });
});

describe('custody.md 6, "of an earlier supply elsewhere the date and the country, never the party"', () => {
  test('nothing else is told', () => {
    const told = discloseEarlierSupply(elsewhere(), 'Europe/Berlin');
    expect(told).toEqual({ date: '2026-06-03', country: 'FR' });
    expect(JSON.stringify(told)).not.toContain(OTHER_PHARMACY.gln);
  });

  test('the date is the reader’s', () => {
    const late = elsewhere({
      at: instant('2026-06-03T23:30:00Z'),
      recordedAt: instant('2026-06-03T23:30:01Z'),
    });
    expect(discloseEarlierSupply(late, 'Europe/Berlin').date).toBe('2026-06-04');
    expect(discloseEarlierSupply(late, 'UTC').date).toBe('2026-06-03');
  });

  test('a time claimed ahead of its record counts as its record time', () => {
    const ahead = elsewhere({ at: instant('2027-01-01T00:00:00Z') });
    expect(discloseEarlierSupply(ahead, 'UTC').date).toBe('2026-06-03');
  });
});
