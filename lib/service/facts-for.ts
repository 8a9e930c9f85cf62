import { containerHolder } from '../custody/container-holder.ts';
import type { ContentFacts, CustodyFacts, PackFacts } from '../custody/custody-facts.ts';
import { INITIAL_STATE } from '../custody/initial-state.ts';
import { latestAround } from '../custody/latest-around.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { needsHistory } from '../custody/record-on-pack.ts';
import type { Statement } from '../custody/statement.ts';
import { presentSurroundings } from '../custody/surroundings.ts';
import type { Gln } from '../gs1/gln.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { loadLoggedBatches, loadProductFacts } from '../store/detector-histories.ts';
import { loadTouchedContents } from '../store/load-contents.ts';
import type { LoadedCustody } from '../store/load-custody.ts';
import { lockObjects, lockPacks } from '../store/lock-objects.ts';
import type { Tx } from '../store/transaction.ts';
import { custodyFactsOf } from './custody-recording.ts';
import { historiesOf } from './histories-of.ts';

/**
 * The facts that the rules ask about. Only late statements and corrections need more than the states: then the histories of what they
 * name and of every container it was ever in, and what was inside the containers named and has events of its own since.
 */
export async function factsFor(
  tx: Tx,
  scope: OrgScope,
  loaded: LoadedCustody,
  statement: Statement,
): Promise<CustodyFacts> {
  const present = presentFacts(loaded, statement);
  const late = lateItems(statement, present);
  if (late.length === 0) return present;
  const contents = await contentsOf(tx, scope, statement, late, present);
  const inside = [...contents.values()].flat().map(({ item }) => item);
  const histories = await historiesOf(tx, scope, [...late, ...inside]);
  const withHistory = (facts: ReadonlyMap<string, PackFacts>) =>
    new Map([...facts].map(([item, known]) => [item, { ...known, history: histories.get(item) }]));
  const told = [...contents].map(
    ([container, items]) =>
      [container, items.map((one) => ({ ...one, history: histories.get(one.item) ?? [] }))] as const,
  );
  return {
    ...(await withProductsOf(tx, scope, present, [...contents.values()].flat())),
    packs: withHistory(present.packs),
    containers: withHistory(present.containers),
    histories,
    contents: new Map(told),
  };
}

function presentFacts(loaded: LoadedCustody, statement: Statement): CustodyFacts {
  const facts = custodyFactsOf(loaded, new Map());
  const holders = new Map<string, Gln>();
  for (const uri of [...statement.containers, ...facts.containers.keys()]) {
    const holder = containerHolder(uri, loaded.parties.values());
    if (holder !== undefined) holders.set(uri, holder);
  }
  return { ...facts, containerHolders: holders };
}

function lateItems(statement: Statement, { packs, containers }: CustodyFacts): readonly string[] {
  const factsOf = (item: string): PackFacts | undefined => packs.get(item) ?? containers.get(item);
  const around = presentSurroundings((container) => factsOf(container)?.state);
  return [...statement.containers, ...statement.packs.map(({ uri }) => uri)].filter((item) => {
    const facts = factsOf(item) ?? { state: INITIAL_STATE };
    return needsHistory(facts.state, statement, latestAround(item, facts, statement, around));
  });
}

/** Locks what was inside, so that it stays as it is read. */
async function contentsOf(
  tx: Tx,
  scope: OrgScope,
  statement: Statement,
  late: readonly string[],
  { packs, containers }: CustodyFacts,
): Promise<ReadonlyMap<string, readonly ContentFacts[]>> {
  const found = new Map<string, readonly ContentFacts[]>();
  for (const container of late) {
    const facts = packs.get(container) ?? containers.get(container);
    if (facts?.state.closed === undefined) continue;
    const rewrites = statement.corrects !== undefined || facts.state.awaited.includes(statement.event);
    const after = rewrites ? undefined : statement.foldedAt;
    const items = await loadTouchedContents(tx, scope.realm, container, after);
    if (items.length > 0) found.set(container, await statesOf(tx, scope, items));
  }
  return found;
}

async function statesOf(
  tx: Tx,
  { realm }: OrgScope,
  items: readonly string[],
): Promise<readonly ContentFacts[]> {
  const packs = items.flatMap((uri) => {
    const sgtin = sgtinOf(uri);
    return sgtin ? [{ uri, ...sgtin }] : [];
  });
  const objects = items
    .filter((uri) => sgtinOf(uri) === undefined)
    .map((uri) => ({ uri, kind: 'other' as const }));
  const known = new Map([...(await lockPacks(tx, realm, packs)), ...(await lockObjects(tx, realm, objects))]);
  return items.flatMap((item) => {
    const state = known.get(item)?.state;
    return state ? [{ item, state, history: [] }] : [];
  });
}

/** What was inside is weighed anew by what is known of its products and batches. */
async function withProductsOf(
  tx: Tx,
  { realm }: OrgScope,
  facts: CustodyFacts,
  contents: readonly ContentFacts[],
): Promise<CustodyFacts> {
  const packs = contents.flatMap(({ item, state }) => {
    const sgtin = sgtinOf(item);
    return sgtin ? [{ gtin: sgtin.gtin, lot: state.lot }] : [];
  });
  if (packs.length === 0) return facts;
  const products = await loadProductFacts(tx, realm, [...new Set(packs.map(({ gtin }) => gtin))]);
  const lots = new Map(
    packs.flatMap(({ gtin, lot }) => (lot === undefined ? [] : [[`${gtin}/${lot}`, { gtin, lot }] as const])),
  );
  const batches = await loadLoggedBatches(tx, realm, [...lots.values()]);
  return {
    ...facts,
    products: new Map([...products, ...facts.products]),
    batches: new Map([...[...batches].map(([uri, { state }]) => [uri, state] as const), ...facts.batches]),
  };
}
