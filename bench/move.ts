/**
 * `npm run bench -- move`: a move of a pallet of ten thousand packs (a hundred cases of a hundred), from the event to its record, against
 * the same move of one pack that is in no container. Both go to and fro between the same two parties in one run.
 */

import type { OrgScope } from '../lib/custody/org-scope.ts';
import { env } from '../lib/env.ts';
import { buildAggregationEvent } from '../lib/epcis/build-aggregation-event.ts';
import { buildObjectEvent, type ObjectEventInput } from '../lib/epcis/build-object-event.ts';
import type { JsonObject } from '../lib/epcis/epcis-event.ts';
import { parseEvent } from '../lib/epcis/parse-event.ts';
import { checkDigit } from '../lib/gs1/check-digit.ts';
import { glnUri, partyUri, sgtinUri } from '../lib/gs1/digital-link.ts';
import { parseSerial } from '../lib/gs1/serial.ts';
import { type Instant, momentOf } from '../lib/kernel/instant.ts';
import { offsetAt } from '../lib/kernel/offset-at.ts';
import { recordEvent } from '../lib/service/record-event.ts';
import { openLog } from '../lib/store/ledger-log.ts';
import { closeStore, connectStore, pool } from '../lib/store/pool.ts';
import { gtinOf, organisationInTests, productInTests } from '../lib/store/world-in-tests.ts';
import { alternate } from './measure/alternate.ts';
import { benchEnvironment } from './measure/bench-environment.ts';
import { median } from './measure/median.ts';
import { options } from './measure/options.ts';
import { report } from './measure/report.ts';
import { scratchDatabase, settleServer } from './measure/scratch-database.ts';

const { cases, packs, moves, rounds } = options({ cases: 100, packs: 100, moves: 20, rounds: 15 });

const gtin = gtinOf(1);
let clock = Date.now() - 86_400_000;

/** Every event is a second after the one before. */
function occasion() {
  clock += 1_000;
  const eventTime: Instant = momentOf(clock);
  return {
    eventTime,
    eventTimeZoneOffset: offsetAt(eventTime, 'UTC'),
    eventID: `urn:uuid:${crypto.randomUUID()}`,
  };
}

function packUri(serial: string): string {
  const read = parseSerial(serial);
  if (!read.ok) throw new Error('a serial number');
  return sgtinUri(gtin, read.value);
}

function unitUri(n: number): string {
  const body = `0952${String(n).padStart(13, '0')}`;
  return `https://id.gs1.org/00/${body}${checkDigit(body)}`;
}

async function tell(scope: OrgScope, document: JsonObject): Promise<void> {
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const recorded = await recordEvent(scope, {
    event: parsed.value,
    documentSha256: '00'.repeat(32),
    recordedAt: momentOf(Date.now()),
  });
  const decision = recorded.ok ? recorded.value.decision : undefined;
  const outcomes = [...(decision?.packs.values() ?? []), ...(decision?.containers.values() ?? [])];
  if (outcomes.length === 0 || !outcomes.every(({ effect }) => effect === 'applied'))
    throw new Error(`an event was not applied: ${JSON.stringify(outcomes[0] ?? recorded)}`);
}

const hereOf = ({ location }: OrgScope) => (location === undefined ? {} : { readPoint: glnUri(location) });

const journey = (from: OrgScope, to: OrgScope): Partial<ObjectEventInput> => ({
  sourceList: [{ type: 'possessing_party', id: partyUri(from.organisation) }],
  destinationList: [{ type: 'possessing_party', id: partyUri(to.organisation) }],
});

/** Ships and receives an object: two moves. */
async function sendOnce(from: OrgScope, to: OrgScope, uri: string): Promise<void> {
  const said = { action: 'OBSERVE', epcList: [uri], ...journey(from, to) } as const;
  await tell(from, buildObjectEvent({ ...occasion(), ...said, bizStep: 'shipping', ...hereOf(from) }));
  await tell(to, buildObjectEvent({ ...occasion(), ...said, bizStep: 'receiving', ...hereOf(to) }));
}

/** Milliseconds for each move of an object that goes to and fro. */
async function toAndFro(one: OrgScope, other: OrgScope, uri: string, times: number): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < times; n++) {
    await sendOnce(one, other, uri);
    await sendOnce(other, one, uri);
  }
  return (performance.now() - start) / (times * 4);
}

async function buildPallet(maker: OrgScope): Promise<string> {
  const pallet = unitUri(1);
  const boxes: string[] = [];
  for (let box = 0; box < cases; box++) {
    const uris = Array.from({ length: packs }, (_, n) => packUri(`B${box}N${n}`));
    await tell(maker, commissioning(maker, uris));
    const parentID = unitUri(box + 2);
    boxes.push(parentID);
    await tell(
      maker,
      buildAggregationEvent({ ...occasion(), action: 'ADD', bizStep: 'packing', parentID, childEPCs: uris }),
    );
  }
  const said = { action: 'ADD', bizStep: 'packing', parentID: pallet, childEPCs: boxes } as const;
  await tell(maker, buildAggregationEvent({ ...occasion(), ...said }));
  return pallet;
}

const commissioning = (maker: OrgScope, epcList: readonly string[]): JsonObject =>
  buildObjectEvent({
    ...occasion(),
    ...{ action: 'ADD', bizStep: 'commissioning', disposition: 'active', epcList, lotNumber: 'L1' },
    ...hereOf(maker),
  });

async function measure(): Promise<void> {
  await openLog(env().origin);
  const maker = await organisationInTests(100, 'manufacturer');
  const wholesaler = await organisationInTests(300, 'wholesaler');
  await productInTests(maker, gtin);
  console.error(`Packing ${cases * packs} packs …`);
  const pallet = await buildPallet(maker);
  const pack = packUri('ALONE');
  await tell(maker, commissioning(maker, [pack]));
  await pool().query('analyze');
  // Statements prepared, code warm.
  await toAndFro(maker, wholesaler, pallet, moves);
  await toAndFro(maker, wholesaler, pack, moves);
  const pairs = await alternate(rounds, {
    prepare: settleServer,
    ours: () => toAndFro(maker, wholesaler, pallet, moves),
    plain: () => toAndFro(maker, wholesaler, pack, moves),
  });
  const milliseconds = (side: 'ours' | 'plain') => `${median(pairs.map((pair) => pair[side])).toFixed(2)} ms`;
  report({
    bench: 'move',
    how: `a pallet of ${cases * packs} packs in ${cases} cases, ${moves * 4} moves a round, median of ${rounds} alternating rounds`,
    rows: [['a move of the pallet / of one pack', milliseconds('ours'), milliseconds('plain')]],
    goals: { time: { ratio: median(pairs.map(({ ours, plain }) => ours / plain)), atMost: 3 } },
  });
}

const forget = benchEnvironment();
const database = await scratchDatabase();
try {
  connectStore({ url: database.url, connections: 4 });
  await measure();
} finally {
  await closeStore();
  await database.drop();
  forget();
}
