import type { ReactNode } from 'react';

/** The actions of a verdict; on a phone they stay in reach of the thumb while the reasons scroll. */
export const VerdictActionBar = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3 bg-inherit py-3 max-sm:sticky max-sm:bottom-0">
    {children}
  </div>
);
