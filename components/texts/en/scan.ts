import { daysLeft } from '../../format/duration-text.ts';
import type { PackTarget, Verdict } from '../../scan/pack-answer.ts';
import type { SessionRow } from '../../scan/session-rows.ts';

/** Texts of the Scan screen. */
export const scanTexts = {
  title: 'Scan',
  word: { supply: 'Supply', rescan: 'Scan again', 'set-aside': 'Set aside' } satisfies Record<
    Verdict,
    string
  >,
  /** Where packs are only verified, the good verdict must not tell anybody to supply. */
  genuineWord: 'Genuine',
  suppliedWord: 'Supplied',
  undoneWord: 'Undone',
  ready: {
    heading: 'Ready',
    cameraFrame: 'Hold the square code inside the frame.',
    handScanner: 'Hand scanner ready',
    camera: {
      off: 'Camera off',
      starting: 'Camera starting',
      on: 'Camera on',
      refused: 'The browser may not use the camera. Allow it in the address bar, or use a hand scanner.',
      none: 'No camera found. A hand scanner or typing works as well.',
    },
    typeIt: 'Type it in',
    settings: 'Settings',
    videoLabel: 'Camera picture',
  },
  asking: 'Asking the register',
  changing: 'Recording',
  sentence: {
    supply: 'Genuine, and fit to be supplied by you.',
    rescan: 'The scan and the register do not agree.',
    'set-aside': 'Do not supply this pack.',
  } satisfies Record<Verdict, string>,
  supplied: 'Supplied and recorded.',
  undone: 'The supply is undone. The pack is active again.',
  instructions: {
    title: 'What to do now',
    'set-aside': [
      'Put the pack into the quarantine box, with the slip.',
      'Take another pack for the patient, and scan it.',
      'Keep the pack until somebody tells you what becomes of it.',
    ],
    rescan: ['Scan the same pack once more, slowly.', 'If this comes again, the pack is to be set aside.'],
  },
  told: (names: string) => `Told: ${names}`,
  readers: {
    regulator: 'the medicines regulator',
    manufacturer: 'the manufacturer',
    wholesaler: 'the wholesaler',
    pharmacy: 'your pharmacy',
  } as Readonly<Record<string, string>>,
  toldNobody: {
    rescan: 'Nobody has been told: so far it looks like a misread.',
    'set-aside': 'Nobody else has been told.',
  },
  reference: 'Reference',
  actions: {
    supply: 'Supply',
    next: 'Next pack',
    setAside: 'Set aside',
    scanAgain: 'Scan again',
    verifyOnly: 'Verify only',
    print: 'Print the slip',
    undo: 'Undo',
    showHow: 'Show me how',
    type: 'Type it in',
    complete: 'Complete by hand',
    retry: 'Ask again',
    putAway: 'Put away for later',
    details: 'The whole story of this pack',
    supplyThenNext: 'Supply, then the next',
    nextWithout: 'Next, without supplying',
    enter: '⏎',
  },
  waiting: 'Another pack has been scanned and waits.',
  unread: {
    title: 'Scan again',
    sent: 'Nothing was sent.',
    read: 'What was read',
    nothing: 'nothing',
    expected: 'What it should look like',
    example: '01 09506000134352 17 280531 10 ABC123',
    mark: 'GS',
    exampleEnd: '21 SN0001',
    exampleText: 'Product code, expiry, batch, the invisible mark GS and the serial number, in any order.',
    incomplete: 'The code is sound, but batch or expiry date is not in it. Both stand on the pack in print.',
    other: 'This is the code of a case, a batch or a place, not of a single pack.',
    otherCure: 'Scan the square code on the pack itself.',
  },
  failed: {
    title: 'No answer',
    text: 'The pack has been kept on this device. It is not decided: do not supply it on this alone.',
    connection: 'No connection to the register.',
    connectionDetail: 'It is asked again by itself as soon as the connection is back.',
  },
  manual: {
    title: 'Type what is printed on the pack',
    submit: 'Verify',
    note: 'Typed packs are recorded as typed.',
  },
  settings: {
    title: 'Settings of this workstation',
    nextScan: 'A scan while a pack may be supplied',
    ask: 'asks what to do with the first',
    finish: 'supplies the first, then goes on',
    continuous: 'Count good packs, stop only for exceptions',
    continuousHint: 'For checking many packs. Nothing is supplied.',
    sound: 'Sounds',
    camera: 'Camera',
  },
  counted: (packs: string) => `${packs} good`,
  list: {
    title: 'This session',
    empty: 'No pack yet',
    emptyText:
      'Scan a pack with a hand scanner or the camera. Its verdict fills the screen, and it is listed here.',
    columns: { time: 'Time', product: 'Product', verdict: 'Verdict', state: 'State' },
    unknownProduct: 'product not named',
  },
  progress: {
    kept: 'Kept here, waiting for the connection',
    sent: 'Sent',
    answered: 'Answered',
    'set-aside': 'In quarantine',
  } satisfies Record<SessionRow['progress'], string>,
  targets: {
    active: 'supply undone',
    supplied: 'supplied',
    destroyed: 'destroyed',
    exported: 'exported',
    sample: 'taken as sample',
    'free-sample': 'given as free sample',
    locked: 'locked',
    stolen: 'reported stolen',
  } satisfies Record<PackTarget, string>,
  undoLeft: (untilMs: number, nowMs: number): string => {
    const days = daysLeft(untilMs, nowMs);
    return days === 1 ? '1 day left' : `${days} days left`;
  },
  undoOver: 'Ten days have passed: it can no longer be undone.',
  slip: {
    title: 'Set aside: do not supply',
    at: 'Set aside at',
    by: 'By',
    reference: 'Reference',
    space: 'Signature',
  },
  announce: (word: string, sentence: string) => `${word}. ${sentence}`,
} as const;
