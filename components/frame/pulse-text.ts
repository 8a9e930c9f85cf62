import { durationText } from '../format/duration-text.ts';
import { numberText } from '../format/number-text.ts';
import { frameTexts } from '../texts/en/frame.ts';
import type { PulseData } from './frame-data.ts';

const { pulse: texts } = frameTexts;

/** The state of the log in a few words: `412,345 entries · witnessed 12 s ago · 3 of 3`. */
export function pulseText(pulse: PulseData, nowMs: number | undefined): string {
  if (pulse.state === 'halted') return texts.halted;
  if (pulse.state === 'frozen') return texts.frozen;
  if (pulse.signedAt === null) return texts.empty;
  const entries = pulse.size === '1' ? texts.oneEntry : texts.entries(numberText(pulse.size));
  if (nowMs === undefined) return entries;
  const ago = durationText((nowMs - Date.parse(pulse.signedAt)) / 1000);
  const { signed, of } = pulse.witnesses;
  return of === 0
    ? `${entries} · ${texts.signed(ago)}`
    : `${entries} · ${texts.witnessed(ago)} · ${texts.of(signed, of)}`;
}
