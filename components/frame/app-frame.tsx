import { frameTexts } from '../texts/en/frame.ts';
import { OfflineNotice } from '../ui/offline-notice.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { DemoStrip } from './demo-strip.tsx';
import type { AppFrameProps } from './frame-data.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** What stands around every page of somebody signed in. */
export function AppFrame({ children, demo, ...props }: AppFrameProps) {
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-brand px-4 py-2 text-on-brand focus:not-sr-only focus:fixed focus:start-4 focus:top-2"
      >
        {frameTexts.skip}
      </a>
      {demo && <DemoStrip demo={demo} current={props.person.email} />}
      <div className="flex min-h-dvh">
        <Rail role={props.role} />
        <div className="flex min-w-0 grow flex-col">
          <TopBar {...props} />
          <OfflineNotice />
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto w-full max-w-7xl grow px-4 pt-6 pb-28 outline-none sm:pb-12 lg:px-8"
          >
            {children}
          </main>
        </div>
      </div>
      <BottomBar role={props.role} />
    </>
  );
}
