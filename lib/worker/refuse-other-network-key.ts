import { ledgerEventId } from '../evidence/event-id.ts';
import { hexOf } from '../kernel/bytes.ts';
import { loadFirstEventName } from '../store/first-event-name.ts';
import { networkKey } from '../store/network-key.ts';

/**
 * Throws one sentence where the network's key is not the one that the events of this database were named with: under another, a known
 * event would be recorded a second time, and the chains of all packs would break off unnoticed.
 */
export async function refuseOtherNetworkKey(): Promise<void> {
  const name = await loadFirstEventName();
  if (!name) return;
  const { id, reporter, eventId, isDeclaration } = name;
  if (hexOf(ledgerEventId(networkKey(), reporter, eventId, isDeclaration)) === id) return;
  throw new Error(
    'VIALOG_TAG_KEY, or the key file tag-key in the data folder, is not the key of the events in this database: put the old one back.',
  );
}
