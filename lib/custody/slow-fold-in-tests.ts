import type { Claim } from './claim.ts';
import type { EntryEffect } from './pack-entry.ts';
import { FINAL, happen, isForeign, isOver, newWorld, objection, type World } from './slow-world-in-tests.ts';

/**
 * custody.md 2, "the fold" and "corrections", read a second time and slowly: every question folds the whole history
 * anew, with no states kept and no fast path.
 */
interface Told {
  readonly claim: Claim;
  fate: 'in' | 'barred' | 'out' | 'gone';
  inPlaceOf?: Told;
}

const seat = (told: Told): Told => (told.inPlaceOf ? seat(told.inPlaceOf) : told);
const isSeen = ({ claim }: Told) => claim.act === 'observe' && claim.corrects === undefined;
const isStep = (told: Told) => told.fate === 'in' && told.claim.corrects === undefined && !isSeen(told);

const saysTheSame = (one: Claim, other: Claim) =>
  (['reporter', 'claimedAt', 'location', 'lot', 'expiry'] as const).every(
    (field) => one[field] === other[field],
  );

interface Walked {
  readonly world: World;
  /** The status left by each statement that took effect. */
  readonly left: ReadonlyMap<Told, string>;
}

/** Goes through a history in the order of the fold. */
function walk(told: readonly Told[]): Walked {
  const rank = (t: Told) => told.indexOf(seat(t)) * 1000 + told.indexOf(t);
  const steps = told.filter(isStep);
  const first = steps.filter(({ claim }) => claim.act === 'commission').sort((a, b) => rank(a) - rank(b))[0];
  const world = newWorld(told.some(({ fate }) => fate === 'barred'));
  const left = new Map<Told, string>();
  steps.sort((a, b) => seat(a).claim.foldedAt - seat(b).claim.foldedAt || rank(a) - rank(b));
  for (const step of steps) {
    const isSecond = step.claim.act === 'commission' && step !== first;
    if (isSecond) world.disputed ||= first !== undefined && !saysTheSame(step.claim, first.claim);
    else if (take(step.claim, world)) left.set(step, world.status);
  }
  for (const t of told) if (isSeen(t) && t.fate === 'in' && first) left.set(t, 'seen');
  return { world, left };
}

/** Does it take effect? */
function take(claim: Claim, world: World): boolean {
  const against = objection(claim, world);
  if (against === 'none') {
    happen(claim, world);
    return true;
  }
  if (against === 'disputes') world.disputed = true;
  if (world.status !== 'unknown' && isForeign(claim, world)) world.foreign ??= claim.event;
  return false;
}

/** Would others' applied events, or anybody's final deeds, lose their effect or leave another status? */
function disturbs(claim: Claim, before: readonly Told[], after: readonly Told[], but?: Told): boolean {
  const was = walk(before).left;
  const is = walk(after).left;
  return before.some((t, index) => {
    const status = was.get(t);
    if (status === undefined || status === 'seen' || t === but) return false;
    const isSafe = t.claim.reporter === claim.reporter && !(t.claim.act in FINAL);
    const now = after[index];
    return !isSafe && (now === undefined || is.get(now) !== status);
  });
}

const TEN_DAYS_MS = 10 * 86_400_000;

/** May the row of the event's state be undone at all, and now, and here? */
function mayUndo(claim: Claim, original: Told, told: readonly Told[]): boolean {
  const { act, location } = original.claim;
  const wasApplied = walk(told).left.has(original);
  if (act === 'destroy') return !wasApplied;
  if (act === 'steal') return !wasApplied || claim.reporterRole === 'regulator';
  if (!(act in FINAL)) return true;
  return claim.recordedAt - seat(original).claim.recordedAt < TEN_DAYS_MS && claim.location === location;
}

/** A copy of the history with the original gone and the corrective events in its place. */
function mended(claim: Claim, original: Told, told: readonly Told[]): readonly Told[] {
  const copies = new Map(told.map((t) => [t, { ...t }]));
  for (const [t, copy] of copies) {
    const root = t.inPlaceOf && copies.get(t.inPlaceOf);
    if (root) copy.inPlaceOf = root;
  }
  const gone = copies.get(original);
  if (!gone) throw new Error('the original is in the history');
  gone.fate = 'gone';
  for (const copy of copies.values()) {
    const isNamed = claim.correctives.includes(copy.claim.event) && copy.claim.reporter === claim.reporter;
    if (!isNamed || copy.fate === 'gone' || copy.claim.corrects !== undefined) continue;
    copy.fate = 'in';
    copy.inPlaceOf = gone;
  }
  return [...copies.values()];
}

function correct(claim: Claim, told: readonly Told[]): { fate: Told['fate']; told: readonly Told[] } {
  const original = told.find((t) => t.claim.event === claim.corrects);
  const stands = original && original.fate !== 'gone' && original.claim.corrects === undefined;
  if (!stands || !mayUndo(claim, original, told)) return { fate: 'out', told };
  const after = mended(claim, original, told);
  const isUndo = original.claim.act in FINAL && !['destroy', 'steal'].includes(original.claim.act);
  const { world } = walk(after);
  if (isUndo && world.status === 'stolen' && isOver(world, claim)) return { fate: 'out', told };
  return disturbs(claim, told, after, original) ? { fate: 'barred', told } : { fate: 'in', told: after };
}

/** Declarations that waited for this event are judged again. */
function settle(claim: Claim, told: readonly Told[]): readonly Told[] {
  let now = told;
  told.forEach((t, index) => {
    if (t.fate !== 'barred' || !t.claim.correctives.includes(claim.event)) return;
    const judged = correct(t.claim, now);
    const settled = judged.told[index];
    if (judged.fate !== 'in' || !settled) return;
    settled.fate = 'in';
    now = judged.told;
  });
  return now;
}

function recordSlowly(claim: Claim, told: readonly Told[]): readonly Told[] {
  if (claim.corrects !== undefined) {
    const judged = correct(claim, told);
    return [...judged.told, { claim, fate: judged.fate }];
  }
  const added: Told = { claim, fate: 'in' };
  const after = [...told, added];
  const isSecond = claim.act === 'commission' && walk(told).world.commissioning !== undefined;
  const movesNothing = claim.act === 'observe' || isSecond;
  if (!movesNothing && disturbs(claim, told, after)) added.fate = 'barred';
  return settle(claim, after);
}

function effectOf(told: Told, { left }: Walked): EntryEffect {
  if (told.fate === 'gone') return 'corrected';
  if (told.fate === 'barred') return 'barred';
  const counts = told.claim.corrects === undefined ? left.has(told) : told.fate === 'in';
  return counts ? 'applied' : 'without-effect';
}

/** What becomes of every statement, recorded one after the other, and the world that they end in. */
export function foldSlowly(claims: readonly Claim[]): {
  readonly effects: readonly EntryEffect[];
  readonly world: World;
} {
  let told: readonly Told[] = [];
  for (const claim of claims) told = recordSlowly(claim, told);
  const walked = walk(told);
  return { effects: told.map((t) => effectOf(t, walked)), world: walked.world };
}
