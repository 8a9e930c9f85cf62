import { EPCIS_CONTEXT } from '../../epcis/epcis-context.ts';
import type { EpcisEvent } from '../../epcis/epcis-event.ts';
import { parseEvent } from '../../epcis/parse-event.ts';
import { VIALOG_NAMESPACE } from '../../epcis/vialog-namespace.ts';
import type { Gln } from '../../gs1/gln.ts';
import { partyGlnOf } from '../../gs1/object-key.ts';
import { type Instant, parseInstant } from '../../kernel/instant.ts';
import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** What arrived: an event, when, from whom, and what a label said (backtest.md, `events.ndjson`). */
export interface ReplayLine {
  readonly recordTime: Instant;
  readonly source: 'scan' | 'manual' | 'file';
  readonly reporter: Gln;
  readonly scanned: { readonly lot: string | undefined; readonly expiry: LocalDate | undefined } | undefined;
  readonly event: EpcisEvent;
}

/** Why a line cannot be used. */
export interface ReplayLineError {
  readonly code: 'line/json' | 'line/format' | 'line/event';
  readonly detail: string;
}

/** Events of this format may leave the context out. */
const CONTEXT = [EPCIS_CONTEXT, { vialog: VIALOG_NAMESPACE }];

const SOURCES = ['scan', 'manual', 'file'] as const;

/** Reads one line of `events.ndjson`. */
export function parseReplayLine(text: string): Result<ReplayLine, ReplayLineError> {
  const json = objectIn(text);
  if (!json) return err({ code: 'line/json', detail: 'it is not a JSON object' });
  const { recordTime, reporter, scanned, event } = json;
  const at = typeof recordTime === 'string' ? parseInstant(recordTime) : undefined;
  if (!at?.ok) return format('recordTime is not a time');
  const gln = typeof reporter === 'string' ? partyGlnOf(reporter) : undefined;
  if (gln === undefined) return format('reporter is not the Digital Link of a party');
  const source = SOURCES.find((one) => one === json['source']);
  if (source === undefined) return format('source is none of scan, manual, file');
  const parsed = readEvent(event);
  if (!parsed.ok) return parsed;
  return ok({
    recordTime: at.value,
    source,
    reporter: gln,
    scanned: scannedOf(scanned),
    event: parsed.value,
  });
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function readEvent(event: unknown): Result<EpcisEvent, ReplayLineError> {
  const hasContext = typeof event === 'object' && event !== null && '@context' in event;
  const parsed = parseEvent(event, hasContext ? undefined : CONTEXT);
  if (parsed.ok) return parsed;
  const [first] = parsed.error;
  return err({ code: 'line/event', detail: first ? `event${first.path}: ${first.detail}` : 'event' });
}

const format = (detail: string) => err({ code: 'line/format', detail } as const);

function scannedOf(value: unknown): ReplayLine['scanned'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { lot, expiry } = value as Record<string, unknown>;
  return {
    lot: typeof lot === 'string' ? lot : undefined,
    expiry: typeof expiry === 'string' ? parseLocalDate(expiry) : undefined,
  };
}
