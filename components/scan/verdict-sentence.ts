import { offlineTexts } from '../texts/en/offline.ts';
import { scanTexts } from '../texts/en/scan.ts';
import type { PackAnswer, Verdict } from './pack-answer.ts';

/** The word of a verdict. Where packs are only verified, a good one is not an order to supply. */
export const wordOf = (verdict: Verdict, maySupply: boolean): string =>
  verdict === 'supply' && !maySupply ? scanTexts.genuineWord : scanTexts.word[verdict];

/** The word of an answer: where a device could not decide, it says so and orders no other scan. */
export function wordOfAnswer({ verdict, offline }: PackAnswer, maySupply: boolean): string {
  if (!offline || verdict !== 'rescan') return wordOf(verdict, maySupply);
  return offline.mayGoOn ? offlineTexts.word : offlineTexts.lookTwice;
}

/** The one sentence: the reason that decided, in the server's words; else what the verdict itself says. */
export const sentenceOf = (answer: PackAnswer): string =>
  answer.reasons[0]?.text ?? scanTexts.sentence[answer.verdict];
