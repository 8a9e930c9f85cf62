import type { ReactNode } from 'react';

/** The title of a page, one sentence on what it is for, and its main action. */
export function PageHead({
  title,
  children,
  action,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-semibold text-title tracking-tight">{title}</h1>
        {children && <div className="mt-1 max-w-prose text-ink-soft">{children}</div>}
      </div>
      {action}
    </header>
  );
}
