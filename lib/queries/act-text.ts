import type { Act } from '../custody/claim.ts';

/** What was done, in the past tense and of a number of packs: `Supplied`. */
const DONE: Record<Act, string> = {
  commission: 'Registered',
  supply: 'Supplied',
  destroy: 'Destroyed',
  export: 'Exported',
  sample: 'Took as sample',
  'free-sample': 'Gave as free sample',
  steal: 'Reported stolen',
  lock: 'Locked',
  lift: 'Released',
  recall: 'Recalled',
  ship: 'Shipped',
  'return-ship': 'Sent back',
  'void-shipping': 'Took back the shipment of',
  receive: 'Received',
  pack: 'Packed',
  unpack: 'Unpacked',
  close: 'Closed a container of',
  open: 'Opened a container of',
  observe: 'Reported about',
};

/** One line on an event: `Shipped 40 × Paracetamol 500 mg`. A taken-back event says so. */
export function actText(act: Act, takenBack: boolean, count: number, thing: string): string {
  const what = count === 1 ? thing : `${count.toLocaleString('en-GB')} × ${thing}`;
  return takenBack ? `Took back: ${DONE[act].toLowerCase()} ${what}` : `${DONE[act]} ${what}`;
}
