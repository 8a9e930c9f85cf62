'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { frameTexts } from '../texts/en/frame.ts';
import { joinClasses } from '../ui/join-classes.ts';
import type { FrameRole } from './frame-data.ts';
import { PlaceIcon } from './place-icon.tsx';
import { isAtPlace, placesOfRole } from './places-of-role.ts';
import { Wordmark } from './wordmark.tsx';

/** The few places of the role, at the side of a wide screen. */
export function Rail({ role }: { readonly role: FrameRole }) {
  const path = usePathname();
  return (
    <nav
      aria-label={frameTexts.railLabel}
      className="sticky top-0 hidden h-dvh shrink-0 flex-col gap-1 border-line border-e bg-surface px-2 py-3 sm:flex lg:w-56 lg:px-3 print:hidden"
    >
      <Wordmark />
      {placesOfRole(role).map(({ name, href }) => {
        const here = isAtPlace(path, href);
        return (
          <Link
            key={name}
            href={href}
            aria-current={here ? 'page' : undefined}
            title={frameTexts.places[name]}
            className={joinClasses(
              'flex min-h-11 items-center gap-3 rounded-control px-3',
              here
                ? 'bg-brand-soft font-semibold text-brand'
                : 'text-ink-soft hover:bg-sunken hover:text-ink',
            )}
          >
            <PlaceIcon name={name} />
            <span className="sr-only lg:not-sr-only">{frameTexts.places[name]}</span>
          </Link>
        );
      })}
    </nav>
  );
}
