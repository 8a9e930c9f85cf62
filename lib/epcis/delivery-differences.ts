import { sgtinUri } from '../gs1/digital-link.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { isObject } from './check-structure.ts';
import type { EpcisEvent, JsonObject } from './epcis-event.ts';
import { extensionField } from './extension-field.ts';
import { vialogExtension } from './vialog-extension.ts';
import { VIALOG_NAMESPACE } from './vialog-namespace.ts';

/** How a pack of a delivery and its announcement differ. */
export type DifferenceKind = 'missing' | 'not-announced' | 'wrong-batch';

/** Why, or what became of it, in the words of who received: the first three of what is missing, the others of what was there. */
export type DifferenceReason =
  | 'not-checked'
  | 'not-in-delivery'
  | 'damaged'
  | 'taken-into-stock'
  | 'left-aside';

/** A pack in which a delivery is not what was announced. */
export interface DeliveryDifference {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly kind: DifferenceKind;
  readonly reason: DifferenceReason;
}

const KINDS: readonly DifferenceKind[] = ['missing', 'not-announced', 'wrong-batch'];
const REASONS: readonly DifferenceReason[] = [
  'not-checked',
  'not-in-delivery',
  'damaged',
  'taken-into-stock',
  'left-aside',
];

/** `vialog:differences`, as a receiving event says them: EPCIS has no word for a pack that did not come. */
export const differencesField = (differences: readonly DeliveryDifference[]): Json =>
  differences.map(({ gtin, serial, kind, reason }) => ({
    'vialog:pack': sgtinUri(gtin, serial),
    'vialog:kind': kind,
    'vialog:reason': reason,
  }));

/** What an event says under `differences` in our namespace, whoever wrote it; what is not as we write it is passed over. */
export function differencesIn(
  event: Pick<EpcisEvent, 'document' | 'namespaces'>,
): readonly DeliveryDifference[] {
  const said = vialogExtension(event, 'differences');
  const list: readonly Json[] = Array.isArray(said) ? said : said === undefined ? [] : [said];
  return list.flatMap((one) => {
    if (!isObject(one)) return [];
    const members = one as JsonObject;
    const member = (name: string) => extensionField(members, [VIALOG_NAMESPACE + name], event.namespaces);
    const pack = member('pack');
    const key = typeof pack === 'string' ? sgtinOf(pack) : undefined;
    const kind = KINDS.find((name) => name === member('kind'));
    const reason = REASONS.find((name) => name === member('reason'));
    return key && kind && reason ? [{ ...key, kind, reason }] : [];
  });
}
