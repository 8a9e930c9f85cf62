import type { Json } from '../kernel/canonical-json.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { extensionField } from './extension-field.ts';
import { VIALOG_NAMESPACE } from './vialog-namespace.ts';

/** A field of our own namespace on an event, whatever prefix its author bound to it: `reason`, `lifts`, `recallClass`. */
export function vialogExtension(
  event: Pick<EpcisEvent, 'document' | 'namespaces'>,
  name: string,
): Json | undefined {
  return extensionField(event.document, [VIALOG_NAMESPACE + name], event.namespaces);
}
