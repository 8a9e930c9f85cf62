import { parseEvent } from '../../epcis/parse-event.ts';
import { sgtinOf } from '../../gs1/object-key.ts';
import { hexOf } from '../../kernel/bytes.ts';
import {
  countNamed,
  type EventToCheck,
  loadEventPage,
  loadNamed,
  type NamedToCheck,
} from '../../store/fsck/event-pages.ts';
import { networkKeyOf } from '../../store/network-key.ts';
import type { Tx } from '../../store/transaction.ts';
import { nameEvent } from '../named-event.ts';
import { claimFaults } from './event-claim-faults.ts';
import { eventColumnFaults } from './event-column-faults.ts';
import { chainFaults, leafFaults, leafOf } from './event-leaf-faults.ts';
import { registerDoubts } from './event-register-doubts.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';
import type { FsckContext, FsckPass } from './fsck-pass.ts';
import { eventPayload, payloadFaults } from './payload-faults.ts';

const PAGE = 200;
/** Objects named by the events of one step, where it is more than one. */
const MOST_NAMED = 20_000;
const BEGIN = '0'.repeat(32);

/** Every event against its leaf: the document, what was taken from it, its payload commitments, and its places in the chains of objects. */
export const checkEvents: FsckPass = {
  name: 'events',
  async step(tx, context, from = BEGIN) {
    const rows = await fewEnough(tx, await loadEventPage(tx, from, PAGE));
    const named = await loadNamed(
      tx,
      rows.map(({ id }) => id),
    );
    const byEvent = Map.groupBy(named, ({ event }) => event);
    const faults = rows.flatMap((row) => eventFaults(row, byEvent.get(row.id) ?? [], context));
    return { faults, rows: rows.length, next: rows.at(-1)?.id };
  },
};

/** As many as name no more than memory takes; one at least. */
async function fewEnough(tx: Tx, rows: readonly EventToCheck[]): Promise<readonly EventToCheck[]> {
  const counts = await countNamed(
    tx,
    rows.map(({ id }) => id),
  );
  let sum = 0;
  const past = rows.findIndex(({ id }, at) => {
    sum += counts.get(id) ?? 0;
    return at > 0 && sum > MOST_NAMED;
  });
  return past === -1 ? rows : rows.slice(0, past);
}

function eventFaults(
  row: EventToCheck,
  named: readonly NamedToCheck[],
  { register }: FsckContext,
): readonly FsckFault[] {
  const place = { table: 'event', row: row.id };
  const leaf = leafOf(row, place);
  if ('code' in leaf) return [leaf];
  const reporter = { organisation: row.reporter, sandbox: row.realm !== 0 };
  const key = networkKeyOf(reporter);
  const told = [
    ...leafFaults(row, leaf, key, place),
    ...chainFaults(row.id, named, leaf, { key, realm: row.realm }),
  ];
  const event = parseEvent(row.document, row.context);
  if (!event.ok)
    return [...told, faultAt(place, 'document', 'document', event.error[0]?.code ?? 'cannot be read')];
  const name = nameEvent(reporter, event.value);
  const isSound = hexOf(name.contentDigest) === hexOf(row.content_digest);
  return [
    ...told,
    ...payloadFaults(eventPayload(row, event.value, isSound), leaf.payloadRoot, place),
    ...eventColumnFaults(row, name, place),
    ...claimFaults(row, name, register, place),
    ...registerDoubts(row, withNamed(name, named), register, place),
  ];
}

/** An unpacking that lists nothing is about what stood inside: the register is asked about all that it names. */
function withNamed(name: ReturnType<typeof nameEvent>, named: readonly NamedToCheck[]) {
  const packs = named.flatMap(({ uri }) => {
    const sgtin = sgtinOf(uri);
    return sgtin ? [{ uri, ...sgtin }] : [];
  });
  return { ...name, request: { ...name.request, packs } };
}
