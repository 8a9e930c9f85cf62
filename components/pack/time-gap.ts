import { durationText } from '../format/duration-text.ts';
import { packTexts } from '../texts/en/pack.ts';

/** Below this a record counts as made when the thing happened. */
const AT_ONCE_SECONDS = 60;

/** How far what was said and when it was recorded lie apart, in words; `undefined` where they agree. */
export function timeGapText(eventTime: string, recordTime: string): string | undefined {
  const seconds = (Date.parse(recordTime) - Date.parse(eventTime)) / 1000;
  if (Math.abs(seconds) < AT_ONCE_SECONDS) return undefined;
  return seconds > 0 ? packTexts.late(durationText(seconds)) : packTexts.ahead(durationText(-seconds));
}
