import { lgtinUri } from '../gs1/digital-link.ts';
import type { BatchState, Recall } from './batch-state.ts';
import type { Breach } from './breach.ts';
import type { CustodyFacts } from './custody-facts.ts';
import type { BatchOutcome, PackOutcome } from './decision.ts';
import { recallTakenBack, takesBackARecall } from './recall-taken-back.ts';
import { RULES } from './rules/index.ts';
import type { Statement } from './statement.ts';
import { breachOf } from './weigh-pack.ts';

const BATCH_RULES = RULES.filter((rule) => rule.on === 'batch');

const UNKNOWN_BATCH: BatchState = { expiry: undefined, recalls: [] };

/** What a statement does to batches: releases them, recalls them, lifts a recall, or corrects their expiry. */
export function decideBatches(
  statement: Statement,
  { batches, packs }: CustodyFacts,
  outcomes: ReadonlyMap<string, PackOutcome>,
): ReadonlyMap<string, BatchOutcome> {
  const decided = new Map<string, BatchOutcome>();
  for (const uri of spokenOf(statement)) decided.set(uri, weighBatch(uri, statement, batches.get(uri)));

  for (const { uri, gtin } of statement.packs) {
    const before = packs.get(uri)?.state;
    const after = outcomes.get(uri)?.next;
    if (!before?.commissioned || !after?.lot || after.commissioned?.event === before.commissioned.event)
      continue;
    const batch = lgtinUri(gtin, after.lot);
    const known = decided.get(batch)?.next ?? batches.get(batch) ?? UNKNOWN_BATCH;
    decided.set(batch, { effect: 'applied', breaches: [], next: { ...known, expiry: after.expiry } });
  }
  return decided;
}

/** Batches that the statement itself speaks of: those it names, and on a commissioning those its packs belong to. */
function spokenOf(statement: Statement): ReadonlySet<string> {
  const { act, lot, packs, lots, corrects, repeats } = statement;
  if (repeats !== undefined) return new Set();
  if (act === 'recall' || act === 'lift') return new Set(lots.map(({ uri }) => uri));
  if (act !== 'commission' || corrects !== undefined) return new Set();
  const gtins = new Set(lot === undefined ? [] : packs.map(({ gtin }) => gtin));
  const ofPacks = lot === undefined ? [] : [...gtins].map((gtin) => lgtinUri(gtin, lot));
  return new Set([...ofPacks, ...lots.map(({ uri }) => uri)]);
}

function weighBatch(uri: string, statement: Statement, batch: BatchState | undefined): BatchOutcome {
  const breaches = BATCH_RULES.flatMap((rule): Breach[] => {
    const detail = rule.check(statement, batch);
    return detail ? [breachOf(rule, uri, detail)] : [];
  });
  const known = batch ?? UNKNOWN_BATCH;
  return breaches.some(({ effect }) => effect === 'without-effect')
    ? { effect: 'without-effect', breaches, next: known }
    : { effect: 'applied', breaches, next: batchAfter(known, statement) };
}

function batchAfter(batch: BatchState, statement: Statement): BatchState {
  if (statement.act === 'commission') return { ...batch, expiry: batch.expiry ?? statement.expiry };
  if (takesBackARecall(statement)) {
    const lifted = recallTakenBack(statement, batch);
    return { ...batch, recalls: batch.recalls.filter((recall) => recall !== lifted) };
  }
  const others = batch.recalls.filter(({ event }) => event !== statement.event);
  return { ...batch, recalls: [...others, recallOf(statement)] };
}

/** custody.md 1: a regulator's recall reaches its own country, the holder's what it says. */
const recallOf = (statement: Statement): Recall => ({
  event: statement.event,
  by: statement.reporter,
  at: statement.foldedAt,
  recallClass: statement.recallClass,
  reach: statement.reporterRole === 'regulator' ? [statement.reporterCountry] : statement.reach,
});
