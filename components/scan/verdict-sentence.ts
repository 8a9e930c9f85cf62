import { scanTexts } from '../texts/en/scan.ts';
import type { PackAnswer, Verdict } from './pack-answer.ts';

/** The word of a verdict. Where packs are only verified, a good one is not an order to supply. */
export const wordOf = (verdict: Verdict, maySupply: boolean): string =>
  verdict === 'supply' && !maySupply ? scanTexts.genuineWord : scanTexts.word[verdict];

/** The one sentence: the reason that decided, in the server's words; else what the verdict itself says. */
export const sentenceOf = (answer: PackAnswer): string =>
  answer.reasons[0]?.text ?? scanTexts.sentence[answer.verdict];
