import { frameTexts } from '../texts/en/frame.ts';
import { AccountMenu } from './account-menu.tsx';
import type { AppFrameProps } from './frame-data.ts';
import { LedgerPulse } from './ledger-pulse.tsx';
import { SearchBox } from './search-box.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Who one is here, the search, the pulse of the log, the account. */
export function TopBar(props: Omit<AppFrameProps, 'children' | 'demo'>) {
  const { organisation, location, pulse, theme } = props;
  return (
    <header className="sticky top-0 z-30 flex min-h-14 items-center gap-1 border-line border-b bg-surface px-4 sm:gap-2 lg:px-8 print:hidden">
      <div className="me-auto min-w-0 leading-tight md:me-4">
        <p className="truncate font-semibold">{organisation}</p>
        <p className="truncate text-ink-soft text-note">{location ?? frameTexts.wholeOrganisation}</p>
      </div>
      <SearchBox />
      <div className="flex items-center gap-1 md:ms-auto">
        <LedgerPulse pulse={pulse} />
        <ThemeSwitch initial={theme} />
        <AccountMenu {...props} />
      </div>
    </header>
  );
}
