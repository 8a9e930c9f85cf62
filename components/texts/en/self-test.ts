import type { SelfTestFinding } from '../../../lib/scan/self-test-finding.ts';
import type { SelfTestSymbol } from '../../../lib/scan/self-test-symbol.ts';
import { layoutNames } from './layout-names.ts';
import { shownText } from './shown-text.ts';

/** What was found, and what to do about it. */
export interface SelfTestAdvice {
  readonly found: string;
  readonly advice: string;
}

/** Texts of the hand scanner's self-test. */
export const selfTestTexts = {
  title: 'Test the hand scanner',
  intro:
    'Scan the three codes one after the other, from the screen or from the printed sheet. Twenty seconds, once for each workstation, and again when scanner or computer were changed.',
  print: 'Print the sheet',
  again: 'Start again',
  back: 'Back to Scan',
  ready: 'Waiting for the scanner. Point it at the code.',
  steps: { first: 'First code', second: 'Second code', proof: 'Third code' } satisfies Record<
    SelfTestSymbol['id'],
    string
  >,
  picture: (name: string) => `${name} of the self-test`,
  came: 'Read.',
  sheet: 'Self-test of the hand scanner: scan from left to right.',
  passed: {
    heading: 'The scanner is well set',
    text: 'What it sends is what stands in the code. Vialog knows this scanner now and notices when something changes.',
  },
  corrected: {
    heading: 'The scanner works here now',
    text: 'Vialog has learnt how this scanner types on this workstation, and puts it right. Other programs on this computer still get it wrong: it is better to change the setting as well.',
  },
  failed: {
    heading: 'The scanner must be set first',
    text: 'What it sends cannot be put right for certain, so nothing is kept. Until it is set, codes that cannot be trusted are not sent.',
  },
} as const;

const SETTINGS = 'Open the scanner’s settings (its booklet, or the maker’s set-up program)';

/** One finding in words. */
export function selfTestAdvice(finding: SelfTestFinding): SelfTestAdvice {
  switch (finding.code) {
    case 'self-test/keyboard-layout':
      return layoutAdvice(finding);
    case 'self-test/caps-lock':
      return {
        found: 'Caps Lock is on: capitals and small letters arrive exchanged.',
        advice: 'Press Caps Lock once and start again.',
      };
    case 'self-test/letter-case':
      return {
        found: 'Capitals and small letters arrive exchanged.',
        advice: `${SETTINGS} and choose “case conversion: none”.`,
      };
    case 'self-test/alike':
      return {
        found: `Some characters arrive as the same, such as ${finding.characters.slice(0, 4).map(shownText).join(' ')}.`,
        advice: `${SETTINGS}, choose “case conversion: none” and the keyboard language of this computer.`,
      };
    case 'self-test/doubled':
      return {
        found: 'Every character arrives twice.',
        advice: 'Close the other program on this computer that passes on what the scanner types.',
      };
    case 'self-test/unreadable':
      return {
        found: 'What arrived is not one of these codes, or characters of it are missing.',
        advice: `Scan the code that is shown. If it stays so: ${SETTINGS.toLowerCase()}, go back to the factory settings, and choose the keyboard language of this computer.`,
      };
    case 'self-test/proof-failed':
      return {
        found: 'The third code did not read as what stands in it.',
        advice: 'Start again, and scan the three codes in their order.',
      };
    default:
      return frameAdvice(finding);
  }
}

function layoutAdvice(
  finding: Extract<SelfTestFinding, { code: 'self-test/keyboard-layout' }>,
): SelfTestAdvice {
  const { scanner, host, typed, meant } = finding;
  const set = scanner ? ` It is set to ${layoutNames[scanner]}` : ' It is set to another keyboard language';
  const computer = host ? `, this computer to ${layoutNames[host]}.` : ' than this computer.';
  return {
    found: `Your scanner types “${shownText(meant)}” as “${shownText(typed)}”.${set}${computer}`,
    advice: `${SETTINGS} and choose the keyboard language${host ? ` ${layoutNames[host]}` : ' of this computer'}.`,
  };
}

type FrameFinding = Exclude<
  SelfTestFinding,
  {
    code:
      | 'self-test/keyboard-layout'
      | 'self-test/caps-lock'
      | 'self-test/letter-case'
      | 'self-test/alike'
      | 'self-test/doubled'
      | 'self-test/unreadable'
      | 'self-test/proof-failed';
  }
>;

function frameAdvice(finding: FrameFinding): SelfTestAdvice {
  switch (finding.code) {
    case 'self-test/separator-lost':
      return {
        found:
          'The invisible mark between two fields does not arrive, so serial and batch cannot be told apart.',
        advice: `${SETTINGS}, find “GS1 separator”, “FNC1” or “group separator”, and choose “send as ASCII 29”.`,
      };
    case 'self-test/separator-replaced':
    case 'self-test/separator-unclear':
      return {
        found: `The invisible mark between two fields arrives as “${shownText(finding.found)}”.`,
        advice: `${SETTINGS}, find “GS1 separator”, “FNC1” or “group separator”, and choose “send as ASCII 29”.`,
      };
    case 'self-test/added-text':
      return {
        found: `Your scanner adds “${shownText(finding.before || finding.behind)}” to every code.`,
        advice: `${SETTINGS} and switch off “prefix” and “suffix”, but leave the line end (Enter).`,
      };
    case 'self-test/no-identifier':
      return {
        found: 'Your scanner does not say what kind of code it read.',
        advice: `It works without. Safer: ${SETTINGS.toLowerCase()} and switch on “AIM identifier” (also “symbology identifier”).`,
      };
    case 'self-test/no-line-end':
      return {
        found: 'Your scanner sends no line end, so a code that is cut off cannot be told from a whole one.',
        advice: `${SETTINGS} and choose the suffix “Enter” (also “CR”).`,
      };
    case 'self-test/slow':
      return {
        found: `Your scanner types slowly: ${Math.round(finding.paceMs)} ms a character.`,
        advice: `${SETTINGS} and set “delay between characters” to none.`,
      };
    default:
      return finding satisfies never;
  }
}
