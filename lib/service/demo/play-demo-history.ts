import { sha256 } from '#sha256';
import type { OrgScope } from '../../custody/org-scope.ts';
import { buildObjectEvent } from '../../epcis/build-object-event.ts';
import { parseEvent } from '../../epcis/parse-event.ts';
import { parseExpiry } from '../../gs1/expiry.ts';
import { hexOf, utf8Of } from '../../kernel/bytes.ts';
import { type Instant, instantOf } from '../../kernel/instant.ts';
import { offsetAt } from '../../kernel/offset-at.ts';
import { importAttempt } from '../import-attempt.ts';
import { importEvent } from '../import-event.ts';
import { operationEventId } from '../operation-id.ts';
import type { ImportPermit } from '../original-record-time.ts';
import { certain } from './demo-identifiers.ts';
import type { DemoSite } from './demo-organisations.ts';
import { demoScope } from './demo-scope.ts';
import { type DemoEvent, type DemoLook, type DemoStep, printedExpiry } from './demo-step.ts';

/** So many steps between two words on the progress. */
const TOLD_EVERY = 100;

/** What a history is imported with. */
export interface Playing {
  readonly permit: ImportPermit;
  readonly seed: string;
  /** Told with the number of steps done, now and then. */
  readonly progress: (done: number) => void;
}

/**
 * Imports the steps one after the other, as their sites reported them. Steps that were imported before change nothing, so an
 * interrupted import is continued by doing it again.
 */
export async function playDemoHistory(steps: readonly DemoStep[], playing: Playing): Promise<void> {
  const scopes = new Map<string, OrgScope>();
  const scopeAt = async (site: DemoSite): Promise<OrgScope> => {
    const scope = scopes.get(site.gln) ?? (await demoScope(site));
    scopes.set(site.gln, scope);
    return scope;
  };
  for (const [done, step] of steps.entries()) {
    const scope = await scopeAt(step.site);
    if (step.kind === 'event') await playEvent(scope, step, playing);
    else await playLook(scope, step, playing);
    if (done % TOLD_EVERY === 0) playing.progress(done);
  }
}

const now = (): Instant => certain(instantOf(Date.now()));

async function playEvent(scope: OrgScope, step: DemoEvent, { permit, seed }: Playing): Promise<void> {
  const document = buildObjectEvent({
    ...step.said,
    eventID: operationEventId(hexOf(sha256(utf8Of(`${seed}\0${step.name}`))).slice(0, 32)),
    eventTime: step.at,
    eventTimeZoneOffset: offsetAt(step.at, step.site.timeZone),
  });
  const event = certain(parseEvent(document, undefined));
  const imported = await importEvent(permit, scope, {
    event,
    originallyAt: step.recordedAt,
    recordedAt: now(),
  });
  if (!imported.ok)
    throw new Error(`the demo world's "${step.name}" was not recorded: ${JSON.stringify(imported.error)}`);
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
