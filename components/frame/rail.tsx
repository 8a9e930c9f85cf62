import { frameTexts } from '../texts/en/frame.ts';
import type { FrameRole } from './frame-data.ts';
import { PlaceIcon } from './place-icon.tsx';
import { PlaceLink } from './place-link.tsx';
import { placesOfRole } from './places-of-role.ts';
import { Wordmark } from './wordmark.tsx';

/** The few places of the role, at the side of a wide screen. */
export function Rail({ role }: { readonly role: FrameRole }) {
  return (
    <nav
      aria-label={frameTexts.railLabel}
      className="sticky top-0 hidden h-dvh shrink-0 flex-col gap-1 border-line border-e bg-surface px-2 py-3 sm:flex lg:w-56 lg:px-3 print:hidden"
    >
      <Wordmark />
      {placesOfRole(role).map(({ name, href }) => (
        <PlaceLink
          key={name}
          href={href}
          title={frameTexts.places[name]}
          className="flex min-h-11 items-center gap-3 rounded-control px-3"
          hereClass="bg-brand-soft font-semibold text-brand"
          elsewhereClass="text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <PlaceIcon name={name} />
          <span className="sr-only lg:not-sr-only">{frameTexts.places[name]}</span>
        </PlaceLink>
      ))}
    </nav>
  );
}
