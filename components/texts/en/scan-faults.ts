import type { LintRule } from '../../../lib/gs1/lint-fault.ts';
import type { PackCodeError } from '../../../lib/gs1/pack-code.ts';
import type { ScanCure, ScanFault } from '../../../lib/scan/scan-fault.ts';
import { layoutNames } from './layout-names.ts';
import { shownText } from './shown-text.ts';

/** What is wrong with the characters of a code, in words. */
const DATA: Record<Exclude<PackCodeError['code'], 'element/value' | 'digital-link/value'>, string> = {
  'bracketed/no-bracket': 'A part of the text has no number in brackets before it.',
  'bracketed/ai': 'The brackets hold no number of two to four digits.',
  'element/empty': 'There is no data in it.',
  'element/not-gs1-symbol': 'This is not the code of a medicine pack.',
  'element/unknown-ai': 'From the marked place on it is not built like the code of a pack.',
  'element/repeated': 'The same field stands in it twice, with different values.',
  'element/excluded': 'It holds two fields that cannot stand together.',
  'element/incomplete': 'A field is missing that must stand beside another.',
  'digital-link/not-a-web-uri': 'This is not a web address of a pack.',
  'digital-link/character': 'The web address holds a character that cannot stand there.',
  'digital-link/no-key': 'The web address names no product.',
  'digital-link/compressed':
    'The web address is compressed, and compressed ones are not read. Scan the other code.',
  'digital-link/key-shape': 'The product code in the web address is not well formed.',
  'digital-link/escape': 'The web address is damaged.',
  'digital-link/qualifier': 'The web address names a part that does not belong to a pack.',
  'digital-link/attribute': 'A field of the web address is not well formed.',
  'digital-link/repeated': 'A field stands in the web address twice.',
  'gtin/length': 'The product code has too many or too few digits.',
  'gtin/non-digit': 'The product code holds something other than a digit.',
  'gtin/check-digit': 'The check digit of the product code does not match.',
  'serial/empty': 'The serial number is empty.',
  'serial/too-long': 'The serial number is longer than 20 characters.',
  'serial/character': 'The serial number holds a character that cannot stand there.',
  'lot/empty': 'The batch is empty.',
  'lot/too-long': 'The batch is longer than 20 characters.',
  'lot/character': 'The batch holds a character that cannot stand there.',
  'expiry/length': 'The expiry date does not have six digits.',
  'expiry/non-digit': 'The expiry date holds something other than a digit.',
  'expiry/month': 'The expiry date names a month that does not exist.',
  'expiry/day': 'The expiry date names a day that does not exist.',
  'pack/no-gtin': 'The code names no product.',
  'pack/no-serial': 'The code has no serial number.',
  'pack/separator-lost': 'The mark between two fields did not arrive.',
};

const FIELD: Readonly<Record<string, string>> = {
  '01': 'product code',
  '10': 'batch',
  '11': 'production date',
  '17': 'expiry date',
  '21': 'serial number',
};

const RULE: Partial<Record<LintRule, string>> = {
  charset: 'holds a character that cannot stand there',
  'too-short': 'is too short',
  'too-long': 'is too long',
  'check-digit': 'has a check digit that does not match',
  month: 'names a month that does not exist',
  day: 'names a day that does not exist',
};

function dataText(error: PackCodeError): string {
  if (error.code !== 'element/value' && error.code !== 'digital-link/value') return DATA[error.code];
  const field = FIELD[error.ai] ?? `field (${error.ai})`;
  return `The ${field} ${RULE[error.rule] ?? 'is not well formed'}.`;
}

const SYSTEM: Readonly<Record<Extract<ScanFault, { code: 'scan/other-system' }>['system'], string>> = {
  gs1: 'GS1',
  retail: 'EAN',
  ifa: 'PPN, Germany',
  hibc: 'HIBC',
  'isbt-128': 'ISBT 128',
};

/** What is wrong with a scan, in one sentence. */
export function scanFaultText(fault: ScanFault): string {
  switch (fault.code) {
    case 'scan/empty':
      return 'Nothing was read.';
    case 'scan/not-gs1-symbol':
      return 'This is another code, not the one that names the pack.';
    case 'scan/product-only':
      return 'This is the barcode of the product. It does not say which pack it is on.';
    case 'scan/web-address':
      return 'This is a web address, not the code of the pack.';
    case 'scan/format-06':
      return 'This is a code of another system (ISO 15434), and it is not whole.';
    case 'scan/other-system':
      return `This is a code of another system (${SYSTEM[fault.system]}), which does not name the pack here.`;
    case 'scan/separator-replaced':
      return `Your scanner sends “${fault.found}” where the invisible mark between two fields belongs.`;
    case 'scan/separator-lost':
      return 'Your scanner drops the invisible mark between two fields, so serial and batch cannot be told apart.';
    case 'scan/letter-case':
      return 'Capitals and small letters arrive exchanged.';
    case 'scan/caps-lock':
      return 'Caps Lock is on, so capitals and small letters may arrive exchanged.';
    case 'scan/keyboard-layout':
      return layoutText(fault);
    case 'scan/added-text':
      return `Your scanner adds “${shownText(fault.found)}” that does not stand in the code.`;
    case 'scan/doubled':
      return fault.twice === 'code'
        ? 'Your scanner sent the code twice in one go.'
        : 'Your scanner sent every character twice.';
    case 'scan/cut-off':
      return 'The code stopped before its end.';
    case 'scan/slow':
      return `Your scanner types so slowly (${Math.round(fault.paceMs)} ms a character) that parts of a code can be lost.`;
    case 'scan/unlike-self-test':
      return UNLIKE[fault.what];
    case 'scan/data':
      return dataText(fault.fault);
    default:
      return fault satisfies never;
  }
}

const UNLIKE = {
  key: 'Your scanner sends a character that it did not send at its self-test.',
  keyboard: 'The keyboard language of this computer is not the one of the scanner’s self-test.',
  identifier: 'Your scanner did not say what kind of code it read, as it did at its self-test.',
  'added-text': 'What your scanner adds to a code is not what it added at its self-test.',
} satisfies Record<Extract<ScanFault, { code: 'scan/unlike-self-test' }>['what'], string>;

type LayoutFault = Extract<ScanFault, { code: 'scan/keyboard-layout' }>;

function layoutText({ typed, meant, scanner, host }: LayoutFault): string {
  const what = `Your scanner types “${shownText(meant)}” as “${shownText(typed)}”`;
  if (!scanner) return `${what}: it is set to another keyboard language than this computer.`;
  const computer = host ? `this computer to ${layoutNames[host]}` : 'this computer to another one';
  return `${what}: it is set to the keyboard language ${layoutNames[scanner]}, ${computer}.`;
}

interface CureText {
  readonly text: string;
  /** Shown on asking, one after the other. */
  readonly steps: readonly string[];
}

const SEPARATOR_STEPS = [
  'Open the scanner’s settings: the booklet that came with it, or the maker’s set-up program.',
  'Find “GS1 separator”, “FNC1” or “group separator”, and choose “send as ASCII 29” (also called GS or 0x1D).',
  'Where there is a choice of keyboard, pick the language that this computer uses.',
  'Scan the pack again.',
];

const CASE_STEPS = [
  'Look whether Caps Lock is on, and switch it off.',
  'If it is off: open the scanner’s settings and choose “case conversion: none”.',
  'Scan the pack again.',
];

const LANGUAGE_STEPS = [
  'Open the scanner’s settings: the booklet that came with it, or the maker’s set-up program.',
  'Find “keyboard language”, “keyboard country” or “keyboard layout”, and choose the language that this computer uses.',
  'Or let the self-test learn it: Settings, “Test the hand scanner”. It takes twenty seconds.',
  'Scan the pack again.',
];

const RETEST_STEPS = [
  'Open Settings on this page, and “Test the hand scanner”.',
  'Scan the three codes it shows, and scan the pack again.',
];

const ADDED_STEPS = [
  'Open the scanner’s settings and switch off “prefix” and “suffix”, but leave the line end (Enter).',
  'Or let the self-test learn it: Settings, “Test the hand scanner”. It takes twenty seconds.',
  'Scan the pack again.',
];

const ONCE_STEPS = [
  'Look whether two programs on this computer pass on what the scanner types, and close one of them.',
  'If not: open the scanner’s settings and switch off “send twice” or “repeat”.',
  'Scan the pack again.',
];

const FASTER_STEPS = [
  'Open the scanner’s settings and set “delay between characters” to none.',
  'A wireless scanner may be too far from its base: go nearer.',
  'Scan the pack again.',
];

/** What each setting of a scanner is, in words. */
const SETTINGS: Readonly<Record<Extract<ScanCure, { do: 'set-scanner' }>['setting'], CureText>> = {
  'send-group-separator': {
    text: 'The scanner needs one setting changed. It takes a minute.',
    steps: SEPARATOR_STEPS,
  },
  'letter-case': { text: 'Switch off Caps Lock, or the scanner’s case setting.', steps: CASE_STEPS },
  'keyboard-language': {
    text: 'Set the scanner to the keyboard language of this computer.',
    steps: LANGUAGE_STEPS,
  },
  'no-added-text': { text: 'Switch off what the scanner adds.', steps: ADDED_STEPS },
  'send-once': { text: 'Let the scanner send each code once.', steps: ONCE_STEPS },
  faster: { text: 'Let the scanner type faster, or use the camera.', steps: FASTER_STEPS },
};

/** What would mend a fault, in words. */
export function cureText(cure: ScanCure): CureText {
  switch (cure.do) {
    case 'scan-again':
      return { text: 'Hold the scanner steady over the square code and scan again.', steps: [] };
    case 'retype':
      return { text: 'Compare the marked place with the pack and type it again.', steps: [] };
    case 'scan-the-datamatrix':
      return { text: 'Scan the square code with the dotted pattern (DataMatrix) on the pack.', steps: [] };
    case 'set-scanner':
      return SETTINGS[cure.setting];
    case 'switch-off-caps-lock':
      return { text: 'Press Caps Lock once, and scan again.', steps: [] };
    case 'repeat-self-test':
      return {
        text: 'Something was changed since. Test the scanner again: twenty seconds.',
        steps: RETEST_STEPS,
      };
    case 'set-aside':
      return { text: 'The pack is printed wrongly. Set it aside; do not supply it.', steps: [] };
    default:
      return cure satisfies never;
  }
}
