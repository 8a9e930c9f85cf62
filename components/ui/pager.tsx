import { ChevronRight, ChevronsLeft } from 'lucide-react';
import Link from 'next/link';
import { controlTexts } from '../texts/en/controls.ts';
import { buttonClass } from './button-class.ts';

/** Steps through a list that is paged by key: onwards, and back to its beginning. */
export function Pager({
  firstHref,
  nextHref,
}: {
  /** `null` on the first page. */
  readonly firstHref: string | null;
  /** `null` on the last page. */
  readonly nextHref: string | null;
}) {
  if (firstHref === null && nextHref === null) return null;
  return (
    <nav aria-label={controlTexts.pager.label} className="mt-4 flex flex-wrap items-center gap-3">
      {firstHref !== null && (
        <Link href={firstHref} className={buttonClass('secondary', 'small')}>
          <ChevronsLeft size={16} aria-hidden className="rtl:-scale-x-100" />
          {controlTexts.pager.first}
        </Link>
      )}
      {nextHref === null ? (
        <span className="text-note text-ink-soft">{controlTexts.pager.end}</span>
      ) : (
        <Link href={nextHref} rel="next" className={buttonClass('secondary', 'small')}>
          {controlTexts.pager.next}
          <ChevronRight size={16} aria-hidden className="rtl:-scale-x-100" />
        </Link>
      )}
    </nav>
  );
}
