import type { Refusal } from '../custody/authority/may-report.ts';
import type { Breach } from '../custody/breach.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { hmacSha256 } from '../kernel/hmac.ts';
import { allInOrder } from '../store/all-in-order.ts';
import type { PackKey } from '../store/custody-request.ts';
import { type Observation, saveObservation } from '../store/save-observation.ts';
import { inTransaction } from '../store/transaction.ts';
import type { NamedEvent } from './named-event.ts';
import type { EventToRecord, RecordError } from './recorded-event.ts';
import { sealObservation } from './seal-observation.ts';

type Refused = Extract<RecordError, { code: 'capture/not-yours' | 'capture/refused' }>;

/** More would let one bad event write more than a good one does. */
export const MOST_OBSERVED = 100;
const ID_BYTES = 16;

/** Somebody said what they may not say: looked into, whoever they are. */
const NOT_YOURS_SEVERITY = 3;

/** Was the event refused for what it says, so that the attempt is kept (custody.md 2)? */
export const isRefusal = (error: { readonly code: string }): error is Refused =>
  error.code === 'capture/not-yours' || error.code === 'capture/refused';

/**
 * Keeps an observation for each pack that a refused event names, `most` of them at most, once however often the event is tried. Gives how
 * many packs that were.
 */
export async function saveRefusal(
  scope: OrgScope,
  named: NamedEvent,
  toRecord: Pick<EventToRecord, 'recordedAt' | 'attempt'>,
  error: Refused,
  most: number = MOST_OBSERVED,
): Promise<number> {
  const packs = named.request.packs.slice(0, most);
  const observations = packs.map((pack) => observationOf(scope, named, pack, { ...toRecord, error }));
  if (observations.length === 0) return 0;
  await inTransaction((tx) =>
    allInOrder(
      observations.map((observation) =>
        saveObservation(scope, observation, sealObservation(scope, observation), tx),
      ),
    ),
  );
  return packs.length;
}

function observationOf(
  scope: OrgScope,
  named: NamedEvent,
  { gtin, serial, uri }: PackKey,
  { recordedAt, attempt, error }: Pick<EventToRecord, 'recordedAt' | 'attempt'> & { readonly error: Refused },
): Observation {
  return {
    id: attempt?.id ?? refusalId(scope, named, uri),
    at: recordedAt,
    device: attempt?.device,
    // An event does not say how its packs were read; the systems that write events read them by machine.
    entryMode: attempt?.entryMode ?? 'scan',
    operation: attempt?.name ?? 'capture',
    gtin,
    serial,
    lot: attempt?.lot,
    expiry: attempt?.expiry?.printed,
    verdict: 'set-aside',
    ...judged(error),
  };
}

function judged(error: Refused): Pick<Observation, 'code' | 'severity' | 'reasons'> {
  if (error.code === 'capture/not-yours') return notYours(error.refusal);
  const [first] = error.breaches;
  if (!first) throw new Error('a refusal has a reason');
  return { code: first.code, severity: first.severity, reasons: reasonsOf(error.breaches) };
}

const notYours = ({ code, breaches }: Refusal) =>
  ({
    code,
    severity: NOT_YOURS_SEVERITY,
    reasons: breaches.map((breach) => ({ code: breach.code, params: { subjects: breach.subjects } })),
  }) as const;

const reasonsOf = (breaches: readonly Breach[]): Json =>
  breaches.map(({ code, params }) => ({ code, params: params ?? {} }));

/** The same attempt again is the same observation. */
function refusalId(scope: OrgScope, { key, ref }: NamedEvent, uri: string): string {
  const message = utf8Of(`refused\0${scope.organisation}\0${ref}\0${uri}`);
  return hexOf(hmacSha256(key, message).subarray(0, ID_BYTES));
}
