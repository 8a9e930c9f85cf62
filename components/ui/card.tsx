import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

/** A surface that holds one matter. With `title` it is a section of its own. */
export function Card({
  title,
  aside,
  flush = false,
  className,
  children,
}: {
  readonly title?: string;
  readonly aside?: ReactNode;
  /** The content comes up to the edge. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section
      className={joinClasses(
        'min-w-0 rounded-card border border-line bg-surface',
        flush ? 'overflow-hidden' : 'p-4 sm:p-6',
        className,
      )}
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 className="font-semibold text-lead">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
