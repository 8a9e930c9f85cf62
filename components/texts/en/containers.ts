import type { ContainerState } from '../../containers/containers-data.ts';
import { numberText } from '../../format/number-text.ts';

const items = (count: number): string => (count === 1 ? '1 item' : `${numberText(count)} items`);
const cases = (count: number): string => (count === 1 ? '1 case' : `${numberText(count)} cases`);
const packs = (count: number): string => (count === 1 ? '1 pack' : `${numberText(count)} packs`);

/** What was scanned, counted by its kind. */
export interface ScannedCount {
  readonly cases: number;
  readonly packs: number;
}

const scannedText = (count: ScannedCount): string =>
  [count.cases > 0 && cases(count.cases), (count.packs > 0 || count.cases === 0) && packs(count.packs)]
    .filter((part) => part !== false)
    .join(' and ');

/** Texts about cases and pallets. */
export const containerTexts = {
  title: 'Cases and pallets',
  intro: 'Scan the label of a case or pallet (SSCC), then what goes in or comes out.',
  container: 'Case or pallet',
  none: 'No case or pallet scanned yet',
  noneText: 'Scan its SSCC with a hand scanner, or paste it: (00) and 18 digits.',
  other: 'Another case or pallet',
  states: {
    new: 'Nothing is recorded of it here. The first packing begins it.',
    here: 'It stands at your place.',
    coming: 'It is on its way to you.',
    gone: 'It is not at your place, by the record.',
    over: 'It was reported stolen, is locked, or has ended.',
  } satisfies Record<ContainerState['state'], string>,
  closed: 'Closed',
  open: 'Open',
  contents: (direct: number, all: number) =>
    direct === all ? `${packs(all)} in it` : `${items(direct)} in it, ${packs(all)} in all`,
  list: 'What you scanned',
  empty: 'Nothing scanned yet',
  emptyText: 'Scan packs or other cases. The case or pallet itself is not among them.',
  scanned: (count: ScannedCount) => `${scannedText(count)} scanned`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  pack: (count: ScannedCount) => `Put ${scannedText(count)} in and close it`,
  unpack: (count: ScannedCount) => `Take ${scannedText(count)} out`,
  unpackAll: 'Take everything out',
  unpackAllSure: 'Everything in it will be recorded as taken out, one by one.',
  unpackAllYes: 'Yes, take everything out',
  cancel: 'Cancel',
  close: 'Close it',
  openIt: 'Open it',
  done: { pack: 'Packed', unpack: 'Unpacked', close: 'Closed', open: 'Opened' },
  doneText: (count: number) => (count === 0 ? 'It is recorded.' : `${items(count)} recorded.`),
  another: 'Go on with this one',
  see: 'See what is in it',
  caseName: (sscc: string) => `Case ${sscc}`,
  casePacks: packs,
  heading: 'SSCC',
  facts: { where: 'Where', inside: 'Stands in', state: 'State', contents: 'Contents' },
  inIt: 'In it',
  inItNone: 'Nothing is in it.',
  history: 'What happened to it',
  next: 'Next page',
  disputed: 'Two testimonies about it cannot both be true.',
} as const;
