import { frameTexts } from '../texts/en/frame.ts';
import { joinClasses } from '../ui/join-classes.ts';
import type { FrameRole } from './frame-data.ts';
import { PlaceIcon } from './place-icon.tsx';
import { PlaceLink } from './place-link.tsx';
import { bottomPlacesOfRole } from './places-of-role.ts';

/** The places at the bottom of a phone, in reach of the thumb, Scan in the middle. */
export function BottomBar({ role }: { readonly role: FrameRole }) {
  return (
    <nav
      aria-label={frameTexts.bottomLabel}
      className="fixed inset-x-0 bottom-0 z-30 flex justify-around border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      {bottomPlacesOfRole(role).map(({ name, href }) => {
        const scan = name === 'scan';
        return (
          <PlaceLink
            key={name}
            href={href}
            className="flex min-h-14 min-w-14 flex-1 flex-col items-center justify-center gap-0.5 text-note"
            hereClass="font-semibold text-brand"
            elsewhereClass="text-ink-soft"
          >
            <span
              className={joinClasses(
                scan &&
                  '-mt-5 flex size-12 items-center justify-center rounded-full border-4 border-surface bg-brand text-on-brand',
              )}
            >
              <PlaceIcon name={name} size={scan ? 22 : 20} />
            </span>
            {frameTexts.placesShort[name]}
          </PlaceLink>
        );
      })}
    </nav>
  );
}
