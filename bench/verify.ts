/**
 * `npm run bench -- verify`: a pack asked about over HTTP, its observation recorded, against a route handler of the same server that
 * reads one row by its primary key and inserts one row through the same pool. Every question is about another pack of a large market.
 */
import { closeStore, connectStore, pool } from '../lib/store/pool.ts';
import { alternate } from './measure/alternate.ts';
import { benchEnvironment } from './measure/bench-environment.ts';
import { HttpConnection } from './measure/http-connection.ts';
import { median } from './measure/median.ts';
import { fillMarket, type HeldPack, type Market } from './measure/million-packs.ts';
import { options } from './measure/options.ts';
import { type PlainSite, startPlainSite } from './measure/plain-site.ts';
import { report } from './measure/report.ts';
import { scratchDatabase, settleServer } from './measure/scratch-database.ts';

const { packs, connections, requests, rounds } = options({
  packs: 1_000_000,
  connections: 8,
  requests: 6_000,
  rounds: 7,
});

/** Of one round: requests a second, and milliseconds. */
interface Load {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** How a question is put: its path, and its headers. Each pharmacy stands behind an address of its own. */
type Ask = (pack: HeldPack) => readonly [path: string, headers: string];

const askVialog: Ask = ({ gtin, serial, lot, key, pharmacy }) => [
  `/api/v1/packs/${gtin}/${serial}?batch=${lot}&expiry=290531`,
  `Authorization: Bearer ${key}\r\nEntry-Mode: scan\r\nDevice: till-1\r\nX-Forwarded-For: 10.0.${pharmacy >> 8}.${pharmacy & 255}\r\n`,
];

const askPlain: Ask = ({ gtin, serial, key, pharmacy }) => [
  `/api/v1/plain/${gtin}/${serial}`,
  `Authorization: Bearer ${key}\r\nEntry-Mode: scan\r\nDevice: till-1\r\nX-Forwarded-For: 10.0.${pharmacy >> 8}.${pharmacy & 255}\r\n`,
];

let asked = 0;

/** Steps through the market in strides that meet no pack twice. */
const STRIDE = 611_953;
const nextPack = (market: Market): HeldPack => market.pack((asked++ * STRIDE) % packs);

async function load(site: PlainSite, market: Market, ask: Ask, count: number): Promise<Load> {
  const open = Array.from({ length: connections }, () => new HttpConnection(site.port));
  const times: number[] = [];
  let left = count;
  const start = performance.now();
  await Promise.all(
    open.map(async (connection) => {
      while (left-- > 0) {
        const answer = await connection.get(...ask(nextPack(market)));
        if (answer.status !== 200) throw new Error(answer.text);
        times.push(answer.milliseconds);
      }
    }),
  );
  const rate = (count * 1_000) / (performance.now() - start);
  for (const connection of open) connection.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { rate, p50: at(0.5), p99: at(0.99) };
}

async function measure(site: PlainSite, market: Market): Promise<void> {
  const before = await countObservations();
  await load(site, market, askVialog, requests);
  await load(site, market, askPlain, requests);
  const pairs = await alternate(rounds, {
    prepare: settleServer,
    ours: () => load(site, market, askVialog, requests),
    plain: () => load(site, market, askPlain, requests),
  });
  const kept = (await countObservations()) - before;
  if (kept !== requests * (rounds + 1)) throw new Error(`${kept} observations are kept`);
  const of = (side: 'ours' | 'plain', what: keyof Load) => median(pairs.map((pair) => pair[side][what]));
  const { now, most } = site.megabytes();
  report({
    bench: 'verify',
    how: `${packs} packs, ${connections} connections, ${requests} requests a round, median of ${rounds} alternating rounds`,
    rows: [
      ['requests a second', of('ours', 'rate').toFixed(0), of('plain', 'rate').toFixed(0)],
      ['half of them within', `${of('ours', 'p50').toFixed(2)} ms`, `${of('plain', 'p50').toFixed(2)} ms`],
      ['99 of 100 within', `${of('ours', 'p99').toFixed(2)} ms`, `${of('plain', 'p99').toFixed(2)} ms`],
      ['resident memory of the server', `${now.toFixed(0)} MB`, `at most ${most.toFixed(0)} MB`],
    ],
    goals: {
      throughput: { ratio: median(pairs.map(({ ours, plain }) => ours.rate / plain.rate)), atLeast: 0.6 },
      p99: { ratio: median(pairs.map(({ ours, plain }) => ours.p99 / plain.p99)), atMost: 2 },
    },
    more: { serverMegabytes: Math.round(most) },
  });
}

async function countObservations(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>('select count(*)::int as n from observation');
  return rows[0]?.n ?? Number.NaN;
}

const forget = benchEnvironment();
const database = await scratchDatabase();
try {
  connectStore({ url: database.url, connections: 2 });
  await pool().query(
    'create table plain_visit (id uuid primary key, at timestamptz not null, gtin text not null, serial text not null, status text not null)',
  );
  console.error(`Filling a database with ${packs} packs …`);
  const market = await fillMarket(packs);
  const site = await startPlainSite(database.url);
  await measure(site, market).finally(() => site.stop());
} finally {
  await closeStore();
  await database.drop();
  forget();
}
