/**
 * `npm run bench -- verify`: a pack asked about over HTTP, its observation recorded, against a route handler of the same server that
 * reads one row by its primary key and inserts one row through the same pool. Every question is about another pack of a large market.
 */
import { closeStore, connectStore, pool } from '../lib/store/pool.ts';
import { alternate, type Pair } from './measure/alternate.ts';
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
  requests: 500,
  rounds: 60,
});

/** Of one round: requests a second, and the milliseconds of every answer. */
interface Load {
  readonly rate: number;
  readonly times: readonly number[];
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

async function load(
  open: readonly HttpConnection[],
  market: Market,
  ask: Ask,
  count: number = requests,
): Promise<Load> {
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
  return { rate: (count * 1_000) / (performance.now() - start), times };
}

/** So many of each side before anything is measured. */
const WARM_UP = 6_000;

async function measure(site: PlainSite, market: Market): Promise<void> {
  const open = Array.from({ length: connections }, () => new HttpConnection(site.port));
  const idleMegabytes = site.megabytes().now;
  await load(open, market, askVialog, WARM_UP);
  await load(open, market, askPlain, WARM_UP);
  await settleServer();
  const before = await countObservations();
  // Many short rounds: whatever else the machine does for some seconds meets both sides.
  const pairs = await alternate(rounds, {
    ours: () => load(open, market, askVialog),
    plain: () => load(open, market, askPlain),
  });
  for (const connection of open) connection.close();
  const kept = (await countObservations()) - before;
  if (kept !== requests * rounds) throw new Error(`${kept} observations are kept`);
  tell(pairs, { idle: idleMegabytes, ...site.megabytes() });
}

function tell(
  pairs: readonly Pair<Load>[],
  megabytes: { readonly idle: number; readonly now: number; readonly most: number },
): void {
  const rate = (side: keyof Pair<Load>) => median(pairs.map((pair) => pair[side].rate));
  const within = (side: keyof Pair<Load>, share: number) => {
    const times = pairs.flatMap((pair) => pair[side].times).sort((a, b) => a - b);
    return times[Math.floor(times.length * share)] ?? Number.NaN;
  };
  const row = (what: string, share: number) =>
    [what, `${within('ours', share).toFixed(2)} ms`, `${within('plain', share).toFixed(2)} ms`] as const;
  report({
    bench: 'verify',
    how: `${packs} packs, ${connections} connections, ${rounds} alternating rounds of ${requests} requests`,
    rows: [
      ['requests a second, median round', rate('ours').toFixed(0), rate('plain').toFixed(0)],
      row('half of them within', 0.5),
      row('99 of 100 within', 0.99),
      [
        'resident memory of the server',
        `${megabytes.most.toFixed(0)} MB`,
        `${megabytes.idle.toFixed(0)} MB idle`,
      ],
    ],
    goals: {
      throughput: { ratio: median(pairs.map(({ ours, plain }) => ours.rate / plain.rate)), atLeast: 0.6 },
      p99: { ratio: within('ours', 0.99) / within('plain', 0.99), atMost: 2 },
    },
    more: { serverMegabytes: Math.round(megabytes.most) },
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
