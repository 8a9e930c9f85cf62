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
    <span className="whitespace-nowrap">
      <time dateTime={date}>{dateText(date)}</time>
      {printed && (
        <span className="ms-2 text-note text-ink-soft">
          {controlTexts.printedAs(printedExpiryText(printed))}
        </span>
      )}
    </span>
  );
}
