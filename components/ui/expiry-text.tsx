import { dateText, printedExpiryText } from '../format/date-text.ts';
import { controlTexts } from '../texts/en/controls.ts';

/** An expiry date in words, with how it was printed where that is known. */
export function ExpiryText({
  date,
  printed,
}: {
  readonly date: string;
  readonly printed?: string | null | undefined;
}) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 whitespace-nowrap">
      <time dateTime={date} dir="auto">
        {dateText(date)}
      </time>
      {printed && (
        <span className="text-note text-ink-soft">{controlTexts.printedAs(printedExpiryText(printed))}</span>
      )}
    </span>
  );
}
