import { sha256 } from '#sha256';
import type { OrgScope } from '../../custody/org-scope.ts';
import { buildAggregationEvent } from '../../epcis/build-aggregation-event.ts';
import { buildObjectEvent } from '../../epcis/build-object-event.ts';
import { parseEvent } from '../../epcis/parse-event.ts';
import { parseExpiry } from '../../gs1/expiry.ts';
import { hexOf, utf8Of } from '../../kernel/bytes.ts';
import { type Instant, momentOf } from '../../kernel/instant.ts';
import { offsetAt } from '../../kernel/offset-at.ts';
import { importAttempt } from '../import-attempt.ts';
import { type ImportedEvent, importEvents } from '../import-events.ts';
import { operationEventId } from '../operation-id.ts';
import type { ImportPermit } from '../original-record-time.ts';
import { certain } from './demo-identifiers.ts';
import { demoScope } from './demo-scope.ts';
import {
  type DemoEvent,
  type DemoLook,
  type DemoPacking,
  type DemoStep,
  printedExpiry,
} from './demo-step.ts';
import { type DemoRun, demoWaves } from './demo-waves.ts';

/** So many waves between two words on the progress. */
const TOLD_EVERY = 20;

/** What a history is imported with. */
export interface Playing {
  readonly permit: ImportPermit;
  readonly seed: string;
  /** Told with the number of steps done, now and then. */
  readonly progress: (done: number) => void;
}

/**
 * Imports the steps as their sites reported them, in their order; what has nothing to do with one another, together. Steps that
 * were imported before change nothing, so an interrupted import is continued by doing it again.
 */
export async function playDemoHistory(steps: readonly DemoStep[], playing: Playing): Promise<void> {
  const sites = new Map(steps.map(({ site }) => [site.gln, site]));
  const scopes = new Map<string, OrgScope>();
  for (const [gln, site] of sites) scopes.set(gln, await demoScope(site));
  const play = async (run: DemoRun): Promise<void> => {
    const scope = scopes.get(run[0]?.site.gln ?? '');
    if (!scope) throw new Error('every site of the steps has a scope');
    await playRun(scope, run, playing);
  };
  let done = 0;
  for (const [index, wave] of demoWaves(steps).entries()) {
    if (index % TOLD_EVERY === 0) playing.progress(done);
    // All of a wave is over before anything is thrown: nothing goes on behind the caller's back.
    const ended = await Promise.allSettled(wave.map(play));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    done += wave.flat().length;
  }
}

const now = (): Instant => momentOf(Date.now());

type Reported = DemoEvent | DemoPacking;

/** Events that follow one another are imported together, up to the next look at a pack. */
async function playRun(scope: OrgScope, run: DemoRun, playing: Playing): Promise<void> {
  let events: Reported[] = [];
  for (const step of run) {
    if (step.kind !== 'look') {
      events.push(step);
      continue;
    }
    await playEvents(scope, events, playing);
    events = [];
    await playLook(scope, step, playing);
  }
  await playEvents(scope, events, playing);
}

async function playEvents(scope: OrgScope, steps: readonly Reported[], playing: Playing): Promise<void> {
  if (steps.length === 0) return;
  const events = steps.map((step) => eventOf(step, playing.seed));
  const imported = await importEvents(playing.permit, scope, events);
  for (const [at, one] of imported.entries())
    if (!one.ok)
      throw new Error(`the demo world's "${steps[at]?.name}" was not recorded: ${JSON.stringify(one.error)}`);
}

function eventOf(step: Reported, seed: string): ImportedEvent {
  const known = {
    eventID: operationEventId(hexOf(sha256(utf8Of(`${seed}\0${step.name}`))).slice(0, 32)),
    eventTime: step.at,
    eventTimeZoneOffset: offsetAt(step.at, step.site.timeZone),
  };
  const document =
    step.kind === 'event'
      ? buildObjectEvent({ ...step.said, ...known })
      : buildAggregationEvent({ ...step.said, ...known });
  const event = certain(parseEvent(document, undefined));
  return { event, originallyAt: step.recordedAt, recordedAt: now() };
}

async function playLook(scope: OrgScope, step: DemoLook, { permit, seed }: Playing): Promise<void> {
  const { pack, recordedAt: at, entryMode, device, wanted } = step;
  const expiry = certain(parseExpiry(printedExpiry(pack), new Date(at).getUTCFullYear()));
  const request = {
    gtin: pack.gtin,
    serial: pack.serial,
    lot: pack.lot,
    expiry,
    entryMode,
    device,
    requestKey: `${seed} ${step.name}`,
    at,
  };
  await importAttempt(permit, scope, { wanted, request }, now());
}
