import { severityTexts } from '../texts/en/severity.ts';

type Severity = keyof typeof severityTexts.words;

const BARS = [1, 2, 3, 4, 5] as const;

/** How grave a finding is: bars that can be counted, and a word. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg viewBox="0 0 29 16" width="29" height="16" aria-hidden="true">
        {BARS.map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 6}
            y={13 - bar * 2.4}
            width="4"
            height={bar * 2.4 + 3}
            rx="1"
            className={bar <= severity ? 'fill-ink' : 'fill-line'}
          />
        ))}
      </svg>
      <span className="text-note">{severityTexts.words[severity]}</span>
    </span>
  );
}
