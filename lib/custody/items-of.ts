import type { EpcisEvent } from '../epcis/object-event.ts';
import { lgtinUri, sgtinUri } from '../gs1/digital-link.ts';
import { lgtinOf, objectKeyOf, sgtinOf } from '../gs1/object-key.ts';
import type { LotItem, PackItem, Statement } from './statement.ts';

/** What an event is about: packs and batches under their canonical names, each pack once, and everything else. */
export function itemsOf(
  event: Pick<EpcisEvent, 'epcList' | 'quantityList'>,
): Pick<Statement, 'packs' | 'lots' | 'others'> {
  const packs = new Map<string, PackItem>();
  const lots: LotItem[] = [];
  const others = new Set<string>();
  for (const epc of event.epcList) {
    const sgtin = sgtinOf(epc);
    if (!sgtin) {
      others.add(objectKeyOf(epc).uri);
      continue;
    }
    const uri = sgtinUri(sgtin.gtin, sgtin.serial);
    packs.set(uri, { uri, ...sgtin });
  }
  for (const { epcClass, quantity } of event.quantityList) {
    const lgtin = lgtinOf(epcClass);
    if (lgtin) lots.push({ uri: lgtinUri(lgtin.gtin, lgtin.lot), ...lgtin, quantity });
    else others.add(objectKeyOf(epcClass).uri);
  }
  return { packs: [...packs.values()], lots, others: [...others] };
}
