import type { Gln } from '../../gs1/gln.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CounterCode } from './counter-codes.ts';
import type { CounterReason } from './counter-reason.ts';

/** What a text may name beside dates and countries: the asker's own branches. */
type BranchName = (location: Gln) => string | undefined;

type Texts = {
  readonly [C in CounterCode]: (
    params: Extract<CounterReason, { readonly code: C }>['params'],
    branchName: BranchName,
  ) => string;
};

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const COUNTRY = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

const day = (date: LocalDate): string => DAY.format(new Date(`${date}T00:00:00Z`));
/** Names that English gives an article. */
const ARTICLE = /^(United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles)/;

function country(code: string): string {
  const name = /^[A-Z]{2}$/.test(code) ? (COUNTRY.of(code) ?? code) : code;
  return ARTICLE.test(name) ? `the ${name}` : name;
}

const whenWhere = (told: { readonly date?: LocalDate; readonly country?: string | undefined }): string =>
  (told.date ? ` on ${day(told.date)}` : '') + (told.country ? ` in ${country(told.country)}` : '');

const at = (location: Gln | undefined, branchName: BranchName): string =>
  location === undefined ? '' : ` at ${branchName(location) ?? `your location ${location}`}`;

const again = (params: { readonly again: boolean }, once: string, twice: string): string =>
  params.again ? `${twice} Set it aside; it may clear itself when data arrive late.` : once;

const NOT_GENUINE = 'It is not genuine, or was resold. Set it aside.';
const KEEP = 'Set it aside and do not hand it out.';

/** State words as people say them. */
const STATE_WORDS: Readonly<Record<string, string>> = {
  active: 'in stock again',
  supplied: 'supplied',
  destroyed: 'destroyed',
  exported: 'exported',
  sample: 'a sample',
  'free-sample': 'a free sample',
  locked: 'locked',
  stolen: 'stolen',
};
const stateWord = (state: string): string => STATE_WORDS[state] ?? state;

const TEXTS: Texts = {
  'pack/held': ({ since }) => `Genuine, held by you since ${day(since)}.`,
  'container/unpacking-inferred': ({ since }) =>
    `In a closed container held by you since ${day(since)}. That it was unpacked is taken from this scan; please record unpacking.`,
  'pack/shipment-open': ({ since }) =>
    `You shipped this pack on ${day(since)} and nobody has received it. Take the shipment back if the pack stayed here.`,
  'pack/receipt-inferred': ({ since }) =>
    `On its way to you since ${day(since)}. Its receipt is taken from this scan; please record receipts.`,
  'pack/held-in-group': () =>
    'Recorded at another organisation of your group. Please record transfers between your organisations.',
  'pack/not-held': ({ suppliable }) =>
    suppliable
      ? 'No delivery of this pack to you is recorded. It may be supplied, and the gap is looked into.'
      : `Somebody else holds this pack, and no delivery to you is recorded. ${KEEP}`,
  'pack/supplied-by-non-holder': ({ own, ...told }) =>
    own
      ? `You reported supplying this pack${whenWhere(told)}, before it was yours by the record. It may be supplied; take the earlier report back if it was a mistake.`
      : `Somebody who does not hold this pack reported supplying it${whenWhere(told)}. You are its recorded holder, so yours may be supplied; the report is looked into.`,
  'pack/not-entitled': ({ state }) =>
    `An organisation of your kind cannot report this pack as ${stateWord(state)}. Ask who can.`,
  'pack/locked': () => `This pack is locked while somebody looks into it. ${KEEP}`,
  'pack/already-supplied': (supply, branchName) => {
    if (supply.where === 'elsewhere') {
      return `This pack was already supplied${whenWhere(supply)}, not by you. ${NOT_GENUINE}`;
    }
    const place = supply.where === 'branch' ? at(supply.location, branchName) : ' here';
    return `Supplied${place} on ${day(supply.date)}; most likely the wrong pack was scanned. Set it aside and scan the other one.`;
  },
  'pack/already-done-here': ({ minutesAgo }) =>
    `Already done ${minutesAgo === 0 ? 'less than a minute' : minutesAgo === 1 ? '1 minute' : `${minutesAgo} minutes`} ago. A second pack in your hand? Set it aside.`,
  'pack/destroyed': (told) => `This pack was reported destroyed${whenWhere(told)}. ${NOT_GENUINE}`,
  'pack/exported': (told) => `This pack was reported exported${whenWhere(told)}. ${NOT_GENUINE}`,
  'pack/sample': (told) => `This pack was taken as a sample${whenWhere(told)}. ${KEEP}`,
  'pack/free-sample': (told) => `This pack was given away as a free sample${whenWhere(told)}. ${KEEP}`,
  'pack/stolen': (told) => `This pack was reported stolen${whenWhere(told)}. ${KEEP}`,
  'pack/batch-mismatch': (p) =>
    again(
      p,
      'The batch read does not belong to this serial number. Scan the pack again.',
      'Read twice: the batch does not belong to this serial number.',
    ),
  'pack/expiry-mismatch': (p) =>
    again(
      p,
      'The expiry date read does not belong to this serial number. Scan the pack again.',
      'Read twice: the expiry date does not belong to this serial number.',
    ),
  'pack/unknown': (p) =>
    again(
      p,
      'This serial number is not known. Scan the pack again.',
      'Read twice: this serial number is not known.',
    ),
  'pack/changed': ({ state }) => `Recorded: this pack is ${stateWord(state)}.`,
  'pack/undo-too-late': ({ date }) =>
    `This was done on ${day(date)}. It could be undone for ten days, and they are over: treat the pack as it is recorded.`,
  'pack/undo-elsewhere': ({ date, location }, branchName) =>
    `This was done${at(location, branchName) || ' without a location'} on ${day(date)}, and can be undone only there.`,
  'pack/undo-not-yours': () => 'Another organisation did this. Only it can undo it.',
  'pack/undo-moved-on': () =>
    'This pack went on to somebody else since, so the step stays. Treat the pack as it is recorded.',
  'pack/undo-nothing': () => 'Nothing was done to this pack that could be undone.',
  'batch/unknown': (p) =>
    again(
      p,
      'Neither the batch nor the serial number is known. Scan the pack again.',
      'Read twice: neither the batch nor the serial number is known.',
    ),
  'batch/recalled': ({ since, recallClass }) =>
    `This batch has been recalled${recallClass ? ` (class ${recallClass})` : ''} since ${day(since)}. ${KEEP}`,
  'batch/expired': ({ expiry }) => `This pack expired on ${day(expiry)}. ${KEEP}`,
  'product/unknown': () =>
    'This product is not in the register: it may not need checking. Scan it again if it should be.',
  'product/withdrawn': (p) =>
    `This product has been withdrawn in ${country(p.country)} since ${day(p.since)}. ${KEEP}`,
};

/**
 * A reason in plain words: what is the matter, and what to do with the pack. Names no organisation and no place but the
 * asker's own branches.
 *
 * @param branchName - the name of a location of the asker's organisation, where it has one
 */
export function counterText(reason: CounterReason, branchName: BranchName = () => undefined): string {
  // Code and params belong together by the type of the reason, which a lookup by code cannot show the compiler.
  const text = TEXTS[reason.code] as (params: CounterReason['params'], branchName: BranchName) => string;
  return text(reason.params, branchName);
}
