import type { ReactNode } from 'react';

/** A page that has only a message: nothing at this address, or a fault of ours. */
export function MessagePage({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-md flex-col justify-center gap-3 px-4">
      <h1 className="font-semibold text-title">{title}</h1>
      <div className="text-ink-soft">{children}</div>
      <div className="mt-3">{action}</div>
    </div>
  );
}
