import type { OfflineCode } from '../../../lib/scan/block-list/decide-offline.ts';
import { durationText } from '../../format/duration-text.ts';

const ageText = (ms: number): string => durationText(ms / 1000);

/** Texts of work without a connection. */
export const offlineTexts = {
  reasons: {
    'offline/already-done':
      'This pack was already handed out or taken out of stock on this device. A second pack in your hand? Set it aside.',
    'offline/expired': 'The printed expiry date has passed. Set the pack aside and do not hand it out.',
    'offline/no-list':
      'Not checked: there is no connection, and no list on this device. The pack is checked when the connection is back.',
    'offline/recalled': 'This batch is recalled. Set the pack aside and do not hand it out.',
    'offline/withdrawn': 'This product has been withdrawn here. Set the pack aside and do not hand it out.',
    'offline/second-look':
      'This pack may be on the list of packs that are stolen, locked or used up. One good pack in 500 looks like it: look twice, and keep it until the connection is back.',
    'offline/not-covered':
      'Not checked: there is no connection, and the list on this device does not cover this product. It is checked when the connection is back.',
    'offline/no-objection':
      'Nothing on the list of this device speaks against the pack. It is checked again when the connection is back.',
  } satisfies Record<OfflineCode, string>,
  keptChange: 'Kept on this device. It is recorded with its time when the connection is back.',
  keptUndo: 'Taken back on this device.',
  without: 'Without a connection',
  byList: (madeAtMs: number, nowMs: number) =>
    `Decided without a connection, by the list of ${ageText(nowMs - madeAtMs)} ago.`,
  byNothing: 'Decided without a connection, and without a list.',
  supplyUnchecked: 'Supply unchecked',
  word: 'Not checked',
  lookTwice: 'Look twice',
  strip: {
    up: 'Connected',
    down: 'No connection: the list on this device decides',
    list: (madeAtMs: number, nowMs: number) => `Offline list ${ageText(nowMs - madeAtMs)} old`,
    noList: 'No offline list yet',
    waiting: (scans: number) => (scans === 1 ? '1 scan waits to be sent' : `${scans} scans wait to be sent`),
    ofOthers: (scans: number) =>
      scans === 1
        ? '1 scan of another account waits on this device'
        : `${scans} scans of another account wait on this device`,
    tryNow: 'Try now',
  },
  conflicts: {
    title: 'The register says something else',
    text: 'These packs were decided without a connection. What was done stays recorded as you did it; the register knows better now.',
    wanted: (wanted: string) => (wanted === 'verify' ? 'passed as good' : wanted),
    seen: 'Seen',
    unexplained: 'The register did not take it.',
    codes: {
      'event/late':
        'Something else was recorded of it in the meantime, so this came too late to have an effect.',
      'pack/not-yours-or-unknown': 'The register knows no such pack of yours.',
      'pack/already-supplied': 'It was already supplied, by you or by somebody else.',
      'pack/unknown': 'The serial number is not known.',
      'pack/not-held': 'By the record somebody else holds it, and no delivery to you is recorded.',
      'pack/destroyed': 'It was reported destroyed.',
      'pack/exported': 'It was reported exported.',
      'pack/sample': 'It was taken as a sample.',
      'pack/free-sample': 'It was given away as a free sample.',
      'pack/stolen': 'It was reported stolen.',
      'pack/locked': 'It is locked while somebody looks into it.',
      'pack/not-entitled': 'An organisation of your kind cannot say this of a pack.',
      'pack/undo-nothing': 'Nothing was recorded that could be undone.',
      'pack/undo-too-late': 'The ten days for undoing it were over.',
      'pack/undo-elsewhere': 'It can be undone only where it was done.',
      'batch/recalled': 'Its batch is recalled.',
      'batch/expired': 'It had expired.',
      'product/withdrawn': 'The product is withdrawn here.',
      'authority/place-not-the-keys':
        'Your session is bound to another location than the one it was scanned at.',
    } as Readonly<Record<string, string>>,
  },
  shell: {
    title: 'Scan',
    offline: 'This page works without a connection.',
    nobody:
      'Nobody has signed in on this device yet. Sign in once while there is a connection; afterwards scanning works without one.',
    full: 'Load the whole page',
  },
} as const;
