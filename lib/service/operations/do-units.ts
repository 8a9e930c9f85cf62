import { sha256 } from '#sha256';
import type { OrgScope } from '../../custody/org-scope.ts';
import { sgtinUri } from '../../gs1/digital-link.ts';
import { utf8Of } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { earlierOf, momentOf } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { keepAnswer, loadKeptAnswer } from '../../store/idempotency.ts';
import type { LineResult } from '../../store/operation-lines.ts';
import { nameEvent } from '../named-event.ts';
import type { PackRequest } from '../pack-request.ts';
import { recordEach } from '../record-each.ts';
import type { EventToRecord, RecordError, RecordedEvent } from '../recorded-event.ts';
import { unmovedPacks } from '../unmoved-packs.ts';
import { verifyPack } from '../verify-pack.ts';
import type { Guesses } from './guesses.ts';
import { changeToRecord, timeZoneOf, undoToRecord } from './operation-events.ts';
import type { NumberedLine, OperationUnit } from './operation-units.ts';

/** So many events are recorded in one transaction: the more, the quicker, and the longer others wait for the packs. */
const EVENTS_AT_ONCE = 50;

type Change = Extract<OperationUnit, { kind: 'change' }>;

/** The list that steps are of. */
export interface OperationList {
  /** Names the operations that have no name of their own. */
  readonly job: string;
  readonly guesses: Guesses;
}

/** Does the steps in their order, and gives a result for each of their lines. Once `guesses` is spent, nothing more is verified. */
export async function doUnits(
  scope: OrgScope,
  list: OperationList,
  units: readonly OperationUnit[],
): Promise<readonly LineResult[]> {
  const results: LineResult[] = [];
  let changes: Change[] = [];
  const flush = async () => {
    for (let at = 0; at < changes.length; at += EVENTS_AT_ONCE)
      results.push(...(await recordChanges(scope, list.job, changes.slice(at, at + EVENTS_AT_ONCE))));
    changes = [];
  };
  for (const unit of units) {
    if (unit.kind === 'change') {
      changes.push(unit);
      continue;
    }
    await flush();
    results.push(await doAlone(scope, list, unit));
  }
  await flush();
  return results;
}

async function doAlone(
  scope: OrgScope,
  { job, guesses }: OperationList,
  unit: Exclude<OperationUnit, Change>,
): Promise<LineResult> {
  switch (unit.kind) {
    case 'faulty':
      return { line: unit.line, outcome: 'faulty', result: { ...unit.fault, at: unit.fault.at ?? null } };
    case 'verify':
      return { line: unit.line.line, ...(await verified(scope, requestOf(job, unit.line), guesses)) };
    case 'undo':
      return undone(scope, job, unit.line);
  }
}

/**
 * What was read, under the name of its operation: that of an `Idempotency-Key`, so that what a counter sent under it before, and got no
 * answer to, is the same operation. A verification ahead of our clock was made no later than now.
 */
const requestOf = (job: string, { line, said }: NumberedLine): PackRequest => ({
  ...said,
  at: earlierOf(said.at, momentOf(Date.now())),
  requestKey: said.id === undefined ? `${job} ${line}` : said.id,
});

/** Reasons are told only where the answer may tell of the serial: the difference between two of them would confirm a guess. */
async function verified(
  scope: OrgScope,
  request: PackRequest,
  guesses: Guesses,
): Promise<Pick<LineResult, 'outcome' | 'result'>> {
  if (guesses.isSpent) return { outcome: 'refused', result: { code: 'rate/limited' } };
  const { judgement, body } = await verifyPack(scope, request);
  const { verdict = null, reasons = null } = body;
  if (judgement.discloses) return { outcome: 'observed', result: { verdict, reasons } };
  guesses.countMiss();
  return { outcome: 'observed', result: { verdict } };
}

/** Once it is taken back there is nothing to take back: the answer is kept, so that the same line again has the same result. */
async function undone(scope: OrgScope, job: string, line: NumberedLine): Promise<LineResult> {
  const request = requestOf(job, line);
  const { gtin, serial } = request;
  const keyed = {
    key: `undo ${request.requestKey} ${gtin} ${serial}`,
    digest: sha256(utf8Of(gtin + serial)),
  };
  const kept = await loadKeptAnswer(scope, keyed);
  if (kept.ok && kept.value) {
    const { outcome, result } = kept.value.body as unknown as LineResult;
    return { line: line.line, outcome, result };
  }
  const done = await undoNow(scope, request, line);
  await keepAnswer(scope, keyed, { status: 200, body: { outcome: done.outcome, result: done.result } });
  return done;
}

async function undoNow(scope: OrgScope, request: PackRequest, line: NumberedLine): Promise<LineResult> {
  const undo = await undoToRecord(scope, request, line.said);
  if (!undo) return { line: line.line, outcome: 'refused', result: { code: 'pack/undo-nothing' } };
  const recorded = await recordEach(scope, undo);
  const fault = recorded.findIndex((one) => !one.ok);
  const at = fault === -1 ? recorded.length - 1 : fault;
  const [last, event] = [recorded[at], undo[at]];
  if (!last || !event) throw new Error('an undo is at least one event');
  const [result] = await resultsOf(scope, [line], { event, recorded: last });
  if (!result) throw new Error('a line has a result');
  return result;
}

async function recordChanges(
  scope: OrgScope,
  job: string,
  changes: readonly Change[],
): Promise<readonly LineResult[]> {
  const timeZone = await timeZoneOf(scope);
  const events = changes.map(({ lines }) => changeToRecord(scope, requestOf(job, lines[0]), lines, timeZone));
  const recorded = await recordEach(scope, events);
  const results: LineResult[] = [];
  for (const [at, { lines }] of changes.entries()) {
    const [event, one] = [events[at], recorded[at]];
    if (event && one) results.push(...(await resultsOf(scope, lines, { event, recorded: one })));
  }
  return results;
}

interface Done {
  readonly event: EventToRecord;
  readonly recorded: Result<RecordedEvent, RecordError>;
}

/** A line for each pack of an event. Of a pack that is not for the reporter to know about, no more than that is told. */
async function resultsOf(
  scope: OrgScope,
  lines: readonly NumberedLine[],
  { event, recorded }: Done,
): Promise<readonly LineResult[]> {
  const done = recorded.ok ? recorded.value : recordedBefore(scope, event, recorded.error);
  if (!done) {
    const result: Json = { code: recorded.ok ? null : codeOf(recorded.error) };
    return lines.map(({ line }) => ({ line, outcome: 'refused', result }));
  }
  const unmoved = await unmovedPacks(scope, done.ref, done.decision);
  const codes = new Map(unmoved.map(({ gtin, serial, code }) => [sgtinUri(gtin, serial), code]));
  return lines.map(({ line, said }): LineResult => {
    const code = codes.get(sgtinUri(said.gtin, said.serial));
    return code === undefined
      ? { line, outcome: 'applied', result: { event: done.eventId } }
      : { line, outcome: 'without-effect', result: { event: done.eventId, code } };
  });
}

/**
 * The id of an event of ours is that of its operation: with other content it is the same operation, recorded when it went through the pack
 * API at another time by our clock than by its own. Then that is what became of it.
 */
function recordedBefore(
  scope: OrgScope,
  { event }: EventToRecord,
  error: RecordError,
): Pick<RecordedEvent, 'ref' | 'eventId' | 'decision'> | undefined {
  if (error.code !== 'capture/other-content') return undefined;
  const { ref, eventId } = nameEvent(scope, event);
  return { ref, eventId, decision: undefined };
}

const codeOf = (error: RecordError): string =>
  error.code === 'capture/not-yours' ? error.refusal.code : error.code;
