import { lgtinUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import { contentOutcomes } from './contents.ts';
import type { CustodyFacts, PackFacts } from './custody-facts.ts';
import type { ContentOutcome, Decision, PackOutcome } from './decision.ts';
import { INITIAL_STATE } from './initial-state.ts';
import type { PackContext } from './pack-context.ts';
import { lastEntry } from './pack-entry.ts';
import { pastSurroundings } from './past-surroundings.ts';
import { recordOnPack } from './record-on-pack.ts';
import type { Statement } from './statement.ts';
import { type PastSurroundings, presentSurroundings, type Surroundings } from './surroundings.ts';
import { withChanges } from './with-changes.ts';

const NEVER_HEARD_OF: PackFacts = { state: INITIAL_STATE, history: [] };

type Items = Pick<Extract<Decision, { kind: 'recorded' }>, 'packs' | 'containers' | 'contents'>;

/**
 * What a statement does to every pack and container that it names, and to what stands in them where the past changes. The container
 * that a statement is about comes first: what is put into it meets it as the statement leaves it.
 */
export function decideItems(
  statement: Statement,
  facts: CustodyFacts,
  holderOf: (gtin: Gtin) => Gln | undefined,
): Items {
  const known = new Map<string, PackFacts>([...facts.packs, ...facts.containers]);
  const histories = new Map(facts.histories ?? []);
  const contextOf = contexts(statement, facts, holderOf);
  const outcomes = new Map<string, PackOutcome>();
  const contents = new Map<string, ContentOutcome>();

  const present = presentSurroundings((container) => known.get(container)?.state);
  let past: PastSurroundings | undefined;

  for (const item of inTurn(statement)) {
    const itemFacts = known.get(item) ?? NEVER_HEARD_OF;
    const history = histories.get(item);
    past = history && (past ?? pastSurroundings(new Map(histories), contextOf));
    const context = contextIn(contextOf(item), item, facts, { present, past, contextOf });
    const outcome = recordOnPack(item, itemFacts, statement, context);
    outcomes.set(item, outcome);
    known.set(item, { ...itemFacts, state: outcome.next });
    if (!history || outcome.next.closed === undefined) continue;
    const entries = [
      ...withChanges(history, outcome.changed),
      { ...lastEntry(statement, outcome.effect), takesPlaceOf: outcome.takesPlaceOf },
    ];
    histories.set(item, entries);
    past = undefined;
    for (const content of contentOutcomes(item, entries, context)) contents.set(content.item, content);
  }
  return {
    packs: picked(
      outcomes,
      statement.packs.map(({ uri }) => uri),
    ),
    containers: picked(outcomes, statement.containers),
    contents: [...contents.values()].filter(({ item }) => !outcomes.has(item)),
  };
}

function inTurn({ container, containers, packs }: Statement): readonly string[] {
  const all = [...containers, ...packs.map(({ uri }) => uri)];
  return container !== undefined && all.includes(container)
    ? [container, ...all.filter((item) => item !== container)]
    : all;
}

const picked = (
  outcomes: ReadonlyMap<string, PackOutcome>,
  items: readonly string[],
): ReadonlyMap<string, PackOutcome> =>
  new Map(
    items.flatMap((item) => {
      const outcome = outcomes.get(item);
      return outcome ? [[item, outcome]] : [];
    }),
  );

interface Around {
  readonly present: Surroundings;
  readonly past: PastSurroundings | undefined;
  readonly contextOf: (item: string) => PackContext;
}

function contextIn(
  context: PackContext,
  item: string,
  { contents }: CustodyFacts,
  { present, past, contextOf }: Around,
): PackContext {
  const inside = contents?.get(item)?.map((content) => ({
    item: content.item,
    history: content.history,
    context: contextOf(content.item),
  }));
  return { ...context, around: past ?? present, past, contents: inside };
}

/** What the rules look at beside an object's state; looked up once for each product and batch. */
function contexts(
  { lot, packs }: Statement,
  { products, batches, parties, containerHolders, ...facts }: CustodyFacts,
  holderOf: (gtin: Gtin) => Gln | undefined,
): (item: string) => PackContext {
  const known = new Map<string, PackContext>();
  const gtins = new Map(packs.map(({ uri, gtin }) => [uri, gtin]));
  const contentLots = new Map(
    [...(facts.contents?.values() ?? [])].flat().map(({ item, state }) => [item, state.lot]),
  );
  const productContext = (gtin: Gtin, ofLot: Lot | undefined): PackContext => {
    const key = `${gtin}${ofLot ?? ''}`;
    const context = known.get(key) ?? {
      gtinHolder: holderOf(gtin),
      product: products.get(gtin),
      batch: ofLot === undefined ? undefined : batches.get(lgtinUri(gtin, ofLot)),
    };
    known.set(key, context);
    return context;
  };
  return (item) => {
    const gtin = gtins.get(item) ?? sgtinOf(item)?.gtin;
    if (gtin !== undefined)
      return productContext(gtin, facts.packs.get(item)?.state.lot ?? contentLots.get(item) ?? lot);
    const gtinHolder = containerHolders.get(item);
    return { gtinHolder, product: undefined, batch: undefined, isContainer: true };
  };
}
