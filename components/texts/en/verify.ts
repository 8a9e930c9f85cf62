import type { PublicAnswerKind } from '../../verify/verify-data.ts';

/** Texts of the public check. The three answers say the same words whatever lies behind them. */
export const verifyTexts = {
  title: 'Check a pack',
  lead: 'Is the medicine in your hand known, and fit to use?',
  scan: 'Scan with the camera',
  stop: 'Stop the camera',
  frame: 'Hold the square code inside the frame.',
  videoLabel: 'Camera picture',
  camera: {
    starting: 'The camera is starting.',
    refused: 'The browser may not use the camera. Type what is printed instead.',
    none: 'No camera was found. Type what is printed instead.',
  },
  orType: 'Or type what is printed on the pack',
  check: 'Check',
  checking: 'Checking',
  complete: 'The code was read. Batch and expiry date stand on the pack in print: add what is missing.',
  notRead:
    'That is not the code of a single pack. The right one is square and stands beside the letters SN or S/N.',
  notALink: 'This address does not name a pack as GS1 writes it. Type what is printed on the pack.',
  problem: 'No answer came. Look whether you are connected, and check again.',
  limited: (seconds: number) =>
    `Too many checks at once. Try again in ${seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  answers: {
    fit: {
      title: 'Known, and fit to use',
      text: 'This pack is in the register, and nothing speaks against it.',
      todo: [
        'Compare the name below with the pack.',
        'If it was opened before you had it, or did not come from a pharmacy, ask one before you use it.',
      ],
    },
    'not-fit': {
      title: 'Known, and not fit to use',
      text: 'Do not use this pack.',
      todo: [
        'Take it to a pharmacy, and say what this check told you.',
        'If you have used some of it, ask a pharmacist or a doctor what to do.',
      ],
    },
    'not-confirmed': {
      title: 'Not confirmed',
      text: 'This check cannot confirm the pack. A slip in reading or typing is the most common cause.',
      todo: [
        'Compare what was read with the print, and check again.',
        'If it stays like this, ask a pharmacy before you use the pack.',
      ],
    },
  } satisfies Record<PublicAnswerKind, { title: string; text: string; todo: readonly string[] }>,
  todoTitle: 'What to do',
  product: 'The pack should say',
  read: 'What was read',
  again: 'Check another pack',
  proof: {
    title: 'The proof',
    text: 'The maker of the pack stated that it made it. Your browser can compute that this statement stands in the public log, unchanged. It asks nobody to be believed.',
  },
  doubt: {
    open: 'I doubt this pack',
    title: 'Report a doubt',
    text: 'What seems wrong? The medicines authority of the country and the maker will read it.',
    words: 'In your words',
    wordsHint: 'The seal, the print, the leaflet, the content, where it came from. Please no names.',
    country: 'Where did you get it?',
    choose: 'Choose a country',
    photo: 'A photo of the pack',
    photoHint: 'Where and when it was taken, and with what, is removed from it. It is kept for half a year.',
    photoFault: 'This picture cannot be read. Try another, or send the report without one.',
    send: 'Send the report',
    close: 'Back',
    sent: 'Thank you. The report has been sent.',
    sentText:
      'Keep the pack as it is, and do not use it. You will not hear from us: we do not know who you are.',
    failed: 'The report was not sent. Try again.',
  },
  privacy:
    'No account, no cookies, no counting of visitors. That this code was checked is kept in the log; who checked it is not.',
} as const;
