import type { EpcisEvent } from '../epcis/epcis-event.ts';
import { objectsNamed } from '../epcis/objects-named.ts';
import { lgtinUri, sgtinUri } from '../gs1/digital-link.ts';
import { lgtinOf, objectKeyOf, sgtinOf } from '../gs1/object-key.ts';
import { isContainerKind } from './is-container-kind.ts';
import type { LotItem, PackItem, Statement } from './statement.ts';

/** What an event is about: packs and batches under their canonical names, each pack once, and everything else. */
export function itemsOf(event: EpcisEvent): Pick<Statement, 'packs' | 'containers' | 'lots' | 'others'> {
  const { epcs, classes } = objectsNamed(event);
  const packs = new Map<string, PackItem>();
  const containers = new Set<string>();
  const lots: LotItem[] = [];
  const others = new Set<string>();
  for (const epc of epcs) {
    const sgtin = sgtinOf(epc);
    if (!sgtin) {
      const { kind, uri } = objectKeyOf(epc);
      (isContainerKind(kind) ? containers : others).add(uri);
      continue;
    }
    const uri = sgtinUri(sgtin.gtin, sgtin.serial);
    packs.set(uri, { uri, ...sgtin });
  }
  for (const { epcClass, quantity } of classes) {
    const lgtin = lgtinOf(epcClass);
    if (lgtin) lots.push({ uri: lgtinUri(lgtin.gtin, lgtin.lot), ...lgtin, quantity });
    else others.add(objectKeyOf(epcClass).uri);
  }
  return { packs: [...packs.values()], containers: [...containers], lots, others: [...others] };
}
