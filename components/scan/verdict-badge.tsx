import { scanTexts } from '../texts/en/scan.ts';
import { joinClasses } from '../ui/join-classes.ts';
import type { Verdict } from './pack-answer.ts';
import { VerdictSymbol } from './verdict-symbol.tsx';

/** The ground and ink of each verdict, at least 7:1 apart in light and dark. */
export const VERDICT_CLASS: Record<Verdict, string> = {
  supply: 'bg-supply text-on-supply',
  rescan: 'bg-rescan text-on-rescan',
  'set-aside': 'bg-aside text-on-aside',
};

/** A verdict in a line: its sign and its word. */
export function VerdictBadge({ verdict, word }: { readonly verdict: Verdict; readonly word?: string }) {
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-small px-2 py-0.5 font-semibold text-note',
        VERDICT_CLASS[verdict],
      )}
    >
      <VerdictSymbol verdict={verdict} className="size-3.5" />
      {word ?? scanTexts.word[verdict]}
    </span>
  );
}
