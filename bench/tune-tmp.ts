import { randomUUID, randomBytes } from 'node:crypto';
import { benchEnvironment } from './measure/bench-environment.ts';
import { fillMarket } from './measure/million-packs.ts';
import { scratchDatabase } from './measure/scratch-database.ts';
import { closeStore, connectStore, pool } from '../lib/store/pool.ts';
import { COUNTER_FACTS } from '../lib/store/counter-statement.ts';
import { readFileSync } from 'node:fs';
const forget = benchEnvironment();
const database = await scratchDatabase();
connectStore({ url: database.url, connections: 2 });
await pool().query('create table plain_visit (id uuid primary key, at timestamptz not null, gtin text not null, serial text not null, status text not null)');
const market = await fillMarket(100000);
const org = (await pool().query('select gln from location order by gln')).rows;
const holders = (await pool().query('select k.holder, k.location from pack k limit 1')).rows;
const S: Record<string, (n: number) => any> = {
  plainRead: (n) => { const p = market.pack(n); return { name: 'pr', text: 'select * from pack where realm = 0 and gtin = $1 and serial = $2', values: [p.gtin, p.serial] }; },
  plainKeep: (n) => { const p = market.pack(n); return { name: 'pk', text: 'insert into plain_visit (id, at, gtin, serial, status) values ($1, now(), $2, $3, $4)', values: [randomUUID(), p.gtin, p.serial, 'active'] }; },
  facts: (n) => { const p = market.pack(n); const h = (globalThis as any).h(n); return { ...COUNTER_FACTS, values: [0, p.gtin, p.serial, p.lot, h[0], h[1], new Date(Date.now() - 1800000), 1] }; },
  save: (n) => { const p = market.pack(n); const h = (globalThis as any).h(n); return { ...SAVE, values: [randomBytes(16).toString('hex'), 0, new Date(), h[0], h[1], 'till-1', 'scan', 'verify', p.gtin, p.serial, p.lot, '290531', 'supply', 'pack/held', 0, randomBytes(32), randomBytes(32), '[{"code":"pack/held-by-asker","severity":0}]'] }; },
};
const src = readFileSync('lib/store/save-observation.ts', 'utf8');
const SAVE = { name: 'so', text: /text: `([^`]*)`/.exec(src)![1] };
const ph = (await pool().query("select o.gln, l.gln as loc from organisation o join location l on l.organisation=o.gln where role='pharmacy' order by o.gln")).rows;
(globalThis as any).h = (n: number) => { const r = ph[Math.floor(n / 50) % 400]; return [r.gln, r.loc]; };
const client = await pool().connect();
if (process.argv[2]) await import(process.argv[2]).then((m) => m.default(client, S, market));
for (let r = 0; r < 4; r++) for (const [name, make] of Object.entries(S)) {
  const N = 1500; const t: number[] = []; 
  for (let i = 0; i < N; i++) { const q = make(((r * N + i) * 7919) % 100000); const s = performance.now(); await client.query(q); t.push(performance.now() - s); }
  t.sort((a, b) => a - b);
  if (r > 0) console.log(name.padEnd(10), 'min', t[0]!.toFixed(3), 'p10', t[N / 10]!.toFixed(3), 'p50', t[N / 2]!.toFixed(3));
}
const q = S.facts(777);
console.log((await client.query({ text: `explain (analyze, buffers, costs off) ${q.text.replace(/\$(\d+)(::text)?/g, (_: any, d: string) => { const v = q.values[+d - 1]; return v === null ? 'null::text' : typeof v === 'number' ? v : v instanceof Date ? `'${v.toISOString()}'::timestamptz` : `'${v}'::text`; })}` })).rows.map((x: any) => x['QUERY PLAN']).join('\n'));
client.release();
await closeStore(); await database.drop(); forget();
