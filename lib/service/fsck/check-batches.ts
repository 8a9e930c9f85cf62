import type { BatchState } from '../../custody/batch-state.ts';
import type { Claim } from '../../custody/claim.ts';
import { decideBatches } from '../../custody/decide-batches.ts';
import type { Realm } from '../../custody/org-scope.ts';
import { lgtinUri } from '../../gs1/digital-link.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { type BatchToCheck, loadBatchPage } from '../../store/fsck/object-pages.ts';
import { loadPackHistories } from '../../store/load-pack-histories.ts';
import { batchStateOf } from '../../store/state-columns.ts';
import type { Tx } from '../../store/transaction.ts';
import { doubtAt, type FsckFault, faultAt } from './fsck-fault.ts';
import type { FsckPass } from './fsck-pass.ts';

const PAGE = 200;
const BEFORE_BATCHES: readonly [number, string, string] = [-1, '', ''];

/** Every batch: its recalls are those that its events made and took back, its expiry date is one that was reported. */
export const checkBatches: FsckPass = {
  name: 'batches',
  async step(tx, _context, from) {
    const key = from === undefined ? BEFORE_BATCHES : (JSON.parse(from) as typeof BEFORE_BATCHES);
    const rows = await loadBatchPage(tx, key, PAGE);
    const faults: FsckFault[] = [];
    for (const [realm, ofRealm] of Map.groupBy(rows, (row) => row.realm))
      faults.push(...(await realmFaults(tx, realm, ofRealm)));
    const last = rows.at(-1);
    return { faults, rows: rows.length, next: last && JSON.stringify([last.realm, last.gtin, last.lot]) };
  },
};

async function realmFaults(
  tx: Tx,
  realm: Realm,
  rows: readonly BatchToCheck[],
): Promise<readonly FsckFault[]> {
  const uris = rows.map(({ gtin, lot }) => lgtinUri(gtin, lot));
  const histories = await loadPackHistories(tx, { realm }, uris);
  return rows.flatMap((row) => {
    const claims = (histories.get(lgtinUri(row.gtin, row.lot)) ?? []).map(({ claim }) => claim);
    return batchFaults(row, claims);
  });
}

function batchFaults(row: BatchToCheck, claims: readonly Claim[]): readonly FsckFault[] {
  const place = { table: 'batch', row: `realm ${row.realm}, ${lgtinUri(row.gtin, row.lot)}` };
  const { recalls, expiry } = batchStateOf(row.state);
  const told = replayed(row, claims);
  const faults: FsckFault[] = [];
  if (jsonText(recalls) !== jsonText(told.recalls))
    faults.push(faultAt(place, 'batch-recalls', 'state', 'its recalls are not those of its events'));
  if ((expiry ?? null) !== row.expiry)
    faults.push(faultAt(place, 'batch-expiry', 'expiry or state', 'column and state differ'));
  const reported = new Set<string | undefined>([...row.expiries, ...claims.map((claim) => claim.expiry)]);
  if (expiry !== undefined && !reported.has(expiry))
    faults.push(doubtAt(place, 'batch-expiry', 'state', 'no pack of it has this expiry date now'));
  if (expiry === undefined && row.expiries.length > 0)
    faults.push(faultAt(place, 'batch-expiry', 'state', `its packs expire on ${row.expiries.join(', ')}`));
  if (row.made && !row.commissioned)
    faults.push(faultAt(place, 'batch-commissioned', 'commissioned', 'packs of it were commissioned'));
  if (!row.made && row.commissioned)
    faults.push(
      doubtAt(place, 'batch-commissioned', 'commissioned', 'no pack of it counts as commissioned now'),
    );
  return faults;
}

const NONE: BatchState = { expiry: undefined, recalls: [] };

/** The recalls that the events of the batch itself lead to, in the order of recording. */
function replayed({ gtin, lot }: BatchToCheck, claims: readonly Claim[]): BatchState {
  const uri = lgtinUri(gtin, lot);
  const named = { packs: [], containers: [], others: [], lots: [{ uri, gtin, lot, quantity: undefined }] };
  const nothing = { packs: new Map(), containers: new Map(), containerHolders: new Map() };
  let state = NONE;
  for (const claim of claims) {
    const facts = { ...nothing, batches: new Map([[uri, state]]), products: new Map(), parties: new Map() };
    state = decideBatches({ ...claim, ...named }, facts, new Map()).get(uri)?.next ?? state;
  }
  return state;
}

const jsonText = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
