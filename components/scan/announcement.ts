import { scanTexts } from '../texts/en/scan.ts';
import { cureText, scanFaultText } from '../texts/en/scan-faults.ts';
import type { ScanStage } from './scan-machine.ts';
import { sentenceOf, wordOfAnswer } from './verdict-sentence.ts';

const { announce } = scanTexts;

/** What a screen reader says when the stage changes. */
export function announcementOf(stage: ScanStage, maySupply: boolean): string {
  switch (stage.at) {
    case 'ready':
      return '';
    case 'asking':
      return scanTexts.asking;
    case 'changing':
      return scanTexts.changing;
    case 'judged':
      return announce(wordOfAnswer(stage.answer, maySupply), sentenceOf(stage.answer));
    case 'changed':
      return stage.change.target === 'active' ? scanTexts.undone : scanTexts.supplied;
    case 'unread':
      return announce(scanTexts.unread.title, unreadSentence(stage.why));
    case 'failed':
      return announce(stage.problem.title, scanTexts.failed.text);
    default:
      return stage satisfies never;
  }
}

function unreadSentence(why: Extract<ScanStage, { at: 'unread' }>['why']): string {
  if (why.kind === 'fault') return `${scanFaultText(why.fault)} ${cureText(why.fault.cure).text}`;
  return scanTexts.unread[why.kind];
}
