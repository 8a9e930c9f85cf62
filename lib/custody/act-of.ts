import type { AggregationEvent, EpcisEvent, ObjectEvent } from '../epcis/epcis-event.ts';
import { vialogExtension } from '../epcis/vialog-extension.ts';
import type { Act } from './claim.ts';

type Words = Pick<ObjectEvent, 'action' | 'bizStep' | 'disposition'>;

/** One kind of event: what it says, and how it is told (the table of custody.md 1). */
interface Telling {
  readonly act: Act;
  readonly steps: readonly string[];
  /** Undefined stands for an event without a disposition: the step alone says it. */
  readonly dispositions?: readonly (string | undefined)[];
  readonly reasons?: readonly string[];
}

const TELLINGS: readonly Telling[] = [
  { act: 'supply', steps: ['dispensing'], dispositions: ['dispensed', undefined] },
  { act: 'supply', steps: ['retail_selling'], dispositions: ['retail_sold', undefined] },
  { act: 'export', steps: ['decommissioning'], reasons: ['exported'] },
  { act: 'free-sample', steps: ['sampling'], reasons: ['free-sample'] },
  { act: 'sample', steps: ['sampling'] },
  { act: 'return-ship', steps: ['shipping'], dispositions: ['returned'] },
  { act: 'ship', steps: ['shipping'] },
  { act: 'void-shipping', steps: ['void_shipping'] },
  { act: 'receive', steps: ['receiving', 'accepting', 'unpacking'] },
  { act: 'lock', steps: ['holding'], dispositions: ['unavailable'], reasons: ['locked'] },
];

/**
 * What an object event says happened. Every ADD is a commissioning, whatever its step: EPCIS 2.0 section 7.4.2 lets
 * ADD say that the objects came into being, and only the holder of the GTIN may say that. A movement tells what
 * happened even where its disposition speaks of a recall or a theft.
 */
export function actOf(event: EpcisEvent): Act {
  if (event.type === 'AggregationEvent') return aggregationAct(event);
  if (event.type !== 'ObjectEvent') return 'observe';
  if (event.action === 'ADD') return 'commission';
  if (lifts(event)) return 'lift';
  const reason = vialogExtension(event, 'reason');
  const told = TELLINGS.find((telling) => tells(telling, event, reason));
  if (told) return told.act;
  if (event.bizStep === 'destroying' && isDestroyed(event)) return 'destroy';
  return event.action === 'OBSERVE' ? seenAct(event) : 'observe';
}

/** What is said of objects that were only seen. */
function seenAct(event: ObjectEvent): Act {
  if (event.disposition === 'stolen') return 'steal';
  const closed = closedAfter(event);
  if (closed !== undefined) return closed ? 'close' : 'open';
  return event.disposition === 'recalled' && event.quantityList.length > 0 ? 'recall' : 'observe';
}

/** EPCIS 2.0 section 7.4.3. That a container is closed or opened, the standard has no word for. */
function aggregationAct(event: AggregationEvent): Act {
  if (event.action === 'ADD') return 'pack';
  if (event.action === 'DELETE') return 'unpack';
  const closed = closedAfter(event);
  return closed === undefined ? 'observe' : closed ? 'close' : 'open';
}

/** `vialog:container`: what a container is after an event, where that says so. */
export function closedAfter(event: AggregationEvent | ObjectEvent): boolean | undefined {
  const mark = vialogExtension(event, 'container');
  return mark === 'closed' ? true : mark === 'open' ? false : undefined;
}

function tells({ steps, dispositions, reasons }: Telling, event: Words, reason: unknown): boolean {
  if (event.bizStep === undefined || !steps.includes(event.bizStep)) return false;
  if (dispositions && !dispositions.includes(event.disposition)) return false;
  return reasons === undefined || (typeof reason === 'string' && reasons.includes(reason));
}

/** Naming another event lifts nothing by itself: the disposition says that the objects are active again. */
const lifts = (event: ObjectEvent): boolean =>
  event.action === 'OBSERVE' &&
  event.disposition === 'active' &&
  vialogExtension(event, 'lifts') !== undefined;

/** Destroying says what is being done; that it is done, the disposition says, or that the object is no more. */
const isDestroyed = ({ action, disposition }: Words): boolean =>
  disposition === 'destroyed' || (action === 'DELETE' && disposition === undefined);
