import { isContainerKind } from '../../custody/is-container-kind.ts';
import type { PackState } from '../../custody/pack-state.ts';
import { packStateToJson } from '../../custody/pack-state-json.ts';
import { sgtinUri } from '../../gs1/digital-link.ts';
import { objectKeyOf } from '../../gs1/object-key.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import {
  loadChains,
  loadObjectPage,
  loadPackPage,
  loadStays,
  type ObjectChain,
  type ObjectToCheck,
  type PackToCheck,
} from '../../store/fsck/object-pages.ts';
import { placeColumnsOf } from '../../store/place-columns.ts';
import type { Tx } from '../../store/transaction.ts';
import { effectFaults } from './effect-faults.ts';
import { type FoldedObject, foldObjects } from './fold-objects.ts';
import { type FaultPlace, type FsckFault, faultAt } from './fsck-fault.ts';
import type { FsckContext, FsckPass } from './fsck-pass.ts';
import { stayFaults } from './stay-faults.ts';

const PAGE = 200;

/** A row with what it is called. */
interface Named {
  readonly uri: string;
  readonly place: FaultPlace;
  readonly row: PackToCheck | ObjectToCheck;
}

/** Every pack: its state is the fold of its events, and the columns beside it are what the state says. */
export const checkPacks: FsckPass = {
  name: 'packs',
  async step(tx, context, from) {
    const key = from === undefined ? BEFORE_PACKS : (JSON.parse(from) as typeof BEFORE_PACKS);
    const rows = await loadPackPage(tx, key, PAGE);
    const named = rows.map((row): Named => {
      const uri = sgtinUri(row.gtin, row.serial);
      return { uri, row, place: { table: 'pack', row: `realm ${row.realm}, ${uri}` } };
    });
    const last = rows.at(-1);
    const faults = await placedFaults(tx, context, named);
    const next = last && JSON.stringify([last.realm, last.gtin, last.serial]);
    return { faults, rows: rows.length, next };
  },
};

/** Everything else that events name, likewise; containers have a state. */
export const checkObjects: FsckPass = {
  name: 'objects',
  async step(tx, context, from) {
    const key = from === undefined ? BEFORE_OBJECTS : (JSON.parse(from) as typeof BEFORE_OBJECTS);
    const rows = await loadObjectPage(tx, key, PAGE);
    const named = rows.map((row): Named => {
      const place = { table: 'ledger_object', row: `realm ${row.realm}, uri ${row.uri}` };
      return { uri: row.uri, row, place };
    });
    const last = rows.at(-1);
    const faults = [...named.flatMap(kindFaults), ...(await placedFaults(tx, context, named))];
    return { faults, rows: rows.length, next: last && JSON.stringify([last.realm, last.uri]) };
  },
};

const BEFORE_PACKS: readonly [number, string, string] = [-1, '', ''];
const BEFORE_OBJECTS: readonly [number, string] = [-1, ''];

function kindFaults({ uri, row, place }: Named): readonly FsckFault[] {
  const want = objectKeyOf(uri).kind;
  return 'kind' in row && row.kind !== want
    ? [faultAt(place, 'object-kind', 'kind', `its name is that of one of kind ${want}`)]
    : [];
}

/** Packs and containers have a state; what has one and is neither is told of by its fold. */
const hasState = ({ uri, row }: Named): boolean =>
  row.state !== null || 'gtin' in row || isContainerKind(objectKeyOf(uri).kind);

async function placedFaults(
  tx: Tx,
  { register }: FsckContext,
  named: readonly Named[],
): Promise<readonly FsckFault[]> {
  const faults: FsckFault[] = [];
  for (const [realm, rows] of Map.groupBy(named, ({ row }) => row.realm)) {
    const uris = rows.map(({ uri }) => uri);
    const chains = await loadChains(tx, realm, uris);
    const stateful = rows.filter(hasState);
    const folds = await foldObjects(
      tx,
      register,
      realm,
      stateful.map(({ uri }) => uri),
    );
    const stays = Map.groupBy(await loadStays(tx, realm, uris), ({ item }) => item);
    for (const one of rows) {
      faults.push(...chainFaults(one, chains.get(one.uri)));
      const fold = folds.get(one.uri);
      if (!fold) continue;
      faults.push(...stateFaults(one, fold), ...effectFaults(realm, one.uri, fold));
      faults.push(...stayFaults(realm, one.uri, fold.folded.stays, stays.get(one.uri) ?? []));
    }
  }
  return faults;
}

function chainFaults({ row, place }: Named, chain: ObjectChain | undefined): readonly FsckFault[] {
  if (!chain)
    return row.counter === 0 ? [] : [faultAt(place, 'object-counter', 'counter', 'no event names it')];
  return [
    ...(chain.whole
      ? []
      : [
          faultAt(
            { ...place, table: 'event_object' },
            'chain-gap',
            'counter',
            'an event of its chain is missing',
          ),
        ]),
    ...(row.counter === chain.last
      ? []
      : [faultAt(place, 'object-counter', 'counter', `${chain.last} events name it`)]),
    ...(row.head_event === chain.head
      ? []
      : [faultAt(place, 'object-head', 'head_event', `the latest is ${chain.head}`)]),
  ];
}

/** The state, and every column that follows from it. */
function stateFaults({ row, place }: Named, { folded: { state } }: FoldedObject): readonly FsckFault[] {
  const want = wantedColumns(state, row);
  const kept = row as unknown as { readonly [column: string]: Json };
  const isFolded = canonicalJson(packStateToJson(state)) === canonicalJson(row.state ?? null);
  const columns = Object.entries(want).flatMap(([column, value]) =>
    (kept[column] ?? null) === value
      ? []
      : [faultAt(place, 'state-column', column, `its events make it ${value ?? 'empty'}`)],
  );
  return isFolded ? columns : [...columns, faultAt(place, 'state', 'state', 'is not the fold of its events')];
}

function wantedColumns(state: PackState, row: Named['row']): { readonly [column: string]: Json } {
  const placed = { ...placeColumnsOf(state), parent: state.inside?.container ?? null };
  if (!('gtin' in row)) return placed;
  return {
    ...placed,
    ...{ status: state.status, lot: state.lot ?? null, expiry: state.expiry ?? null },
    carries: state.closed !== undefined,
  };
}
