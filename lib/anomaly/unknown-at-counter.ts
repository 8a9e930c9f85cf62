import { parseSerial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { type Detected, type DetectorMemory, NOTHING } from './detector.ts';
import type { DetectorFacts } from './facts.ts';
import { resemble } from './misreadings.ts';
import { PARAMETERS } from './parameters.ts';
import { isReadWell } from './reading.ts';
import { rememberedBy } from './remembered.ts';
import type { ObservationSighting } from './sighting.ts';
import { unknownScan } from './unknown-identity.ts';
import { COMMISSIONING_AWAITED } from './unknown-waiting.ts';

/** The unknown serials of a product that a place has met last, with when and the finding. */
export const placeKey = (s: ObservationSighting): string =>
  `d01/place/${s.organisation}/${s.location ?? ''}/${s.gtin}`;

/** An unknown serial is shown: one finding for the place, however often the pack is tried. */
export function unknownAtCounter(
  s: ObservationSighting,
  facts: DetectorFacts,
  memory: DetectorMemory,
): Detected {
  const met = metAt(s, memory);
  const known = met.find(({ serial }) => serial === s.serial);
  const findings = known ? [] : unknownScan(s, facts, memory);
  const since = facts.commissionedSince(s.pack);
  if (!since) COMMISSIONING_AWAITED.wait(findings, memory);
  const ids = known ? known.findings : findings.map(({ id }) => id);
  const others = met.filter(({ serial }) => serial !== s.serial);
  keep(s, memory, [...others, { serial: s.serial, at: s.at, findings: ids }]);
  const cleared = since ? findings : [];
  const withdrawals = cleared.map(({ id }) => ({
    finding: id,
    at: since?.recordedAt ?? s.at,
    clearedBy: since?.event,
  }));
  return { findings, withdrawals };
}

/**
 * The same place reads a serial well, of which an unknown one was a misreading: no more than half an hour before. That it reads any
 * pack of the product well, as the catalogue has it, is not enough: next to a false pack stand genuine ones.
 */
export function readWell(s: ObservationSighting, memory: DetectorMemory): Detected {
  if (!isReadWell(s)) return NOTHING;
  const met = metAt(s, memory);
  const cleared = met.filter((one) => isMisreadingOf(one, s));
  if (cleared.length === 0) return NOTHING;
  keep(
    s,
    memory,
    met.filter((one) => !cleared.includes(one)),
  );
  const withdrawals = cleared.flatMap(({ findings }) =>
    findings.map((finding) => ({ finding, at: s.at, clearedBy: undefined })),
  );
  return { findings: [], withdrawals };
}

interface Met {
  readonly serial: string;
  readonly at: number;
  readonly findings: readonly string[];
}

function isMisreadingOf({ serial, at }: Met, s: ObservationSighting): boolean {
  const read = parseSerial(serial);
  return s.at - at <= PARAMETERS.d01.rescanMs && read.ok && resemble(read.value, s.serial);
}

function metAt(s: ObservationSighting, memory: DetectorMemory): readonly Met[] {
  const value = memory.get(placeKey(s));
  return Array.isArray(value) ? value.map(metOf) : [];
}

function metOf(json: Json): Met {
  const by = rememberedBy(json);
  return {
    serial: by.get('serial') ?? '',
    at: Number(by.get('at')),
    findings: (by.get('findings') ?? '').split(' ').filter((id) => id !== ''),
  };
}

function keep(s: ObservationSighting, memory: DetectorMemory, met: readonly Met[]): void {
  const kept = met
    .slice(-PARAMETERS.mostSites)
    .map(({ serial, at, findings }) => ({ serial, at, findings: findings.join(' ') }));
  memory.set(placeKey(s), kept.length === 0 ? undefined : kept);
}
