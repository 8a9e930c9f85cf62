import type { DetectorMemory } from './detector.ts';
import type { Finding, Withdrawal } from './finding.ts';
import { PARAMETERS } from './parameters.ts';
import { rememberedBy } from './remembered.ts';
import type { EventSighting } from './sighting.ts';
import { withoutEffectOf } from './without-effect.ts';

/** The key of what a detector's findings rest on: an event that may be declared an error. */
export const restKey = (detector: string, event: string): string => `${detector}/rest/${event}`;

/** Remembers that findings rest on an event; a declaration after `until` (record time) clears them no more. */
export function restOn(
  key: string,
  findings: readonly Finding[],
  memory: DetectorMemory,
  until: number = Number.MAX_SAFE_INTEGER,
): void {
  if (findings.length === 0) return;
  const ids = [...restingOn(key, memory), ...findings.map(({ id }) => id)];
  memory.set(key, { findings: [...new Set(ids)].slice(-PARAMETERS.mostOpen).join(' '), until });
}

/** What rests on an event at the time `at`. */
function restingOn(key: string, memory: Pick<DetectorMemory, 'get'>, at = 0): readonly string[] {
  const kept = rememberedBy(memory.get(key));
  if (at > Number(kept.get('until'))) return [];
  return (kept.get('findings') ?? '').split(' ').filter((id) => id !== '');
}

/** An event is declared an error, with effect: what rested on it is withdrawn. */
export function takenBack(
  detector: string,
  sighting: EventSighting,
  memory: DetectorMemory,
): readonly Withdrawal[] {
  const { claim, event: clearedBy } = sighting;
  if (claim.corrects === undefined || withoutEffectOf(sighting).size > 0) return [];
  const key = restKey(detector, claim.corrects);
  const findings = restingOn(key, memory, claim.recordedAt);
  if (findings.length > 0) memory.set(key, undefined);
  return findings.map((finding) => ({ finding, at: claim.recordedAt, clearedBy }));
}
