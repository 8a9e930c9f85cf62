import type { Breach } from './breach.ts';
import type { Claim } from './claim.ts';
import { unsettledInside } from './contents.ts';
import type { Correction } from './custody-rule.ts';
import { foldPack } from './fold-pack.ts';
import type { PackContext } from './pack-context.ts';
import type { EntryEffect, PackEntry } from './pack-entry.ts';
import { RULES } from './rules/index.ts';
import { firstRecordedAt } from './seats.ts';
import { unsettled } from './unsettled.ts';
import { breachOf } from './weigh-pack.ts';

const CORRECTION_RULES = RULES.filter((rule) => rule.on === 'correction');

/** What becomes of an error declaration. */
export interface Judged {
  readonly effect: Exclude<EntryEffect, 'corrected'>;
  readonly breaches: readonly Breach[];
  /** The history with the correction made, where it takes effect; else as it was. */
  readonly entries: readonly PackEntry[];
}

/**
 * custody.md 2, corrections: takes the event out and puts the recorded corrective events in its place, if every rule
 * allows it. Barred only because others rest on the event, a declaration waits for corrective events still to come.
 */
export function judgeCorrection(
  item: string,
  entries: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): Judged {
  const index = entries.findIndex((entry) => entry.claim.event === claim.corrects);
  const corrected = index === -1 ? entries : withCorrection(entries, index, claim);
  const correction = tried(item, { entries, corrected, index }, claim, context);
  const breaches = CORRECTION_RULES.flatMap((rule) => {
    const detail = rule.check(claim, correction, context);
    return detail ? [breachOf(rule, item, detail)] : [];
  });
  const reasons = breaches.filter(({ effect }) => effect === 'without-effect');
  if (reasons.length === 0) return { effect: 'applied', breaches, entries: corrected };
  const effect = reasons.every(({ disputes }) => disputes) ? 'barred' : 'without-effect';
  return { effect, breaches: reasons, entries };
}

/** The history with the event at `index` taken out, and its recorded corrective events in its place. */
function withCorrection(
  entries: readonly PackEntry[],
  index: number,
  declaration: Claim,
): readonly PackEntry[] {
  const original = entries[index];
  return entries.map((entry): PackEntry => {
    if (entry === original) return { ...entry, effect: 'corrected' };
    const isCorrective =
      declaration.correctives.includes(entry.claim.event) &&
      entry.claim.reporter === declaration.reporter &&
      entry.claim.corrects === undefined &&
      entry.effect !== 'corrected';
    return isCorrective ? { ...entry, effect: 'without-effect', takesPlaceOf: original?.claim.event } : entry;
  });
}

interface Change {
  readonly entries: readonly PackEntry[];
  readonly corrected: readonly PackEntry[];
  readonly index: number;
}

function tried(
  item: string,
  { entries, corrected, index }: Change,
  claim: Claim,
  context: PackContext,
): Correction {
  const before = foldPack(item, entries, context);
  const after = foldPack(item, corrected, context);
  return {
    original: entries[index],
    firstRecordedAt: index === -1 ? undefined : firstRecordedAt(entries, index),
    trial: {
      before: before.state,
      after: after.state,
      unsettled: [
        ...unsettled(entries, before, after, claim),
        ...unsettledInside(item, entries, corrected, claim, context),
      ].filter((event) => event !== claim.corrects),
      makesRing: false,
    },
  };
}
