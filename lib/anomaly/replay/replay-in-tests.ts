import { GTIN, gln } from '../../custody/claims-in-tests.ts';
import { glnUri, partyUri, sgtinUri } from '../../gs1/digital-link.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { type Instant, instantText, parseInstant } from '../../kernel/instant.ts';
import { parseRegister } from './register.ts';
import { Replay, type ReplayStop } from './replay.ts';
import { parseReplayLine } from './replay-line.ts';

type Role = 'manufacturer' | 'wholesaler' | 'pharmacy';

/** Who trades in these tests: number, role, latitude, longitude. */
const TRADERS = {
  maker: [1, 'manufacturer', 48.1, 11.6],
  wholesaler: [3, 'wholesaler', 50.1, 8.7],
  pharmacy: [4, 'pharmacy', 52.5, 13.4],
  other: [6, 'pharmacy', 48.1, 11.5],
} as const satisfies Readonly<Record<string, readonly [number, Role, number, number]>>;

export type Trader = keyof typeof TRADERS;

/** `world.json` of these tests. */
const WORLD_IN_TESTS: Json = {
  version: 1,
  start: '2026-01-01T00:00:00Z',
  organisations: Object.entries(TRADERS).map(([name, [n, role]]) => ({
    ...{ id: partyUri(gln(n)), name, role, country: 'DE', ownerGroup: null, suspensions: [] },
    licences: ['manufacture', 'wholesale', 'dispense'].map((activity) => ({
      ...{ activity, market: 'DE', from: '2020-01-01', to: null, knownAt: null },
    })),
  })),
  locations: Object.values(TRADERS).map(([n, , latitude, longitude]) => ({
    ...{ id: glnUri(gln(100 + n)), party: partyUri(gln(n)), kind: 'warehouse', latitude, longitude },
    timeZone: 'Europe/Berlin',
  })),
  products: [
    {
      ...{ gtin: GTIN, name: 'Demo tablets', holder: partyUri(gln(1)), markets: ['DE'], classes: [] },
      itemLevel: 'serial',
    },
  ],
  importApprovals: [],
};

export const packNo = (n: number): string => sgtinUri(GTIN, `N${n}` as never);

const START = parseInstant('2026-01-01T00:00:00Z');

/** `hours` after the beginning. */
const hours = (after: number): Instant => ((START.ok ? START.value : 0) + after * 3_600_000) as Instant;

const WORDS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  commission: {
    ...{ action: 'ADD', bizStep: 'commissioning', disposition: 'active' },
    ilmd: { 'cbvmda:lotNumber': 'L1', 'cbvmda:itemExpirationDate': '2028-05-31' },
  },
  ship: { action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit' },
  receive: { action: 'OBSERVE', bizStep: 'receiving', disposition: 'in_progress' },
  verify: { action: 'OBSERVE', bizStep: 'inspecting' },
  supply: { action: 'OBSERVE', bizStep: 'dispensing', disposition: 'dispensed' },
};

let counted = 0;

/** A line of `events.ndjson` as text. */
function lineInTests(at: number, who: Trader, event: Readonly<Record<string, Json>>): string {
  counted += 1;
  const [n] = TRADERS[who];
  const place = { id: glnUri(gln(100 + n)) };
  return JSON.stringify({
    ...{
      recordTime: instantText(hours(at)),
      source: 'scan',
      device: null,
      reporter: partyUri(gln(n)),
      scanned: null,
    },
    event: {
      ...{
        type: 'ObjectEvent',
        eventID: `urn:uuid:00000000-0000-4000-a000-${String(counted).padStart(12, '0')}`,
      },
      ...{
        eventTime: instantText(hours(at)),
        eventTimeZoneOffset: '+00:00',
        readPoint: place,
        bizLocation: place,
      },
      ...event,
    },
  });
}

/** A replay that is told its lines in short. */
export class ReplayInTests {
  readonly replay: Replay;

  constructor() {
    const register = parseRegister(WORLD_IN_TESTS);
    if (!register.ok) throw new Error(JSON.stringify(register.error));
    this.replay = new Replay(register.value);
  }

  take(text: string): ReplayStop | undefined {
    const line = parseReplayLine(text);
    if (!line.ok) throw new Error(line.error.detail);
    return this.replay.take(line.value);
  }

  /** `who` does something at `at` hours with packs and containers. */
  does(at: number, who: Trader, step: string, items: readonly string[], to?: Trader): this {
    const destinationList = to
      ? [{ type: 'possessing_party', destination: partyUri(gln(TRADERS[to][0])) }]
      : undefined;
    const more = destinationList ? { destinationList } : {};
    this.take(lineInTests(at, who, { ...WORDS[step], epcList: items, ...more }));
    return this;
  }

  /** `who` puts packs into a container (ADD), or takes them out (DELETE). */
  packs(
    at: number,
    who: Trader,
    action: 'ADD' | 'DELETE',
    parentID: string,
    childEPCs: readonly string[],
  ): this {
    const bizStep = action === 'ADD' ? 'packing' : 'unpacking';
    this.take(lineInTests(at, who, { type: 'AggregationEvent', action, bizStep, parentID, childEPCs }));
    return this;
  }

  /** What stands: detector, severity, and for whom. */
  get standing(): readonly string[] {
    return [...this.replay.findings]
      .filter(({ withdrawal }) => !withdrawal)
      .map(({ finding: { detector, severity, kind } }) => `${detector} ${severity} ${kind}`);
  }
}
