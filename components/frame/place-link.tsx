'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { joinClasses } from '../ui/join-classes.ts';
import { PageLink } from '../ui/page-link.tsx';
import { isAtPlace } from './is-at-place.ts';

interface PlaceLinkProps {
  readonly href: string;
  readonly title?: string;
  readonly className: string;
  /** Besides, on this place and the pages below it. */
  readonly hereClass: string;
  /** Besides, everywhere else. */
  readonly elsewhereClass: string;
  readonly children: ReactNode;
}

/** A link to a place, marked where one is there. All that it shows is made on the server. */
export function PlaceLink({ href, title, className, hereClass, elsewhereClass, children }: PlaceLinkProps) {
  const here = isAtPlace(usePathname(), href);
  return (
    <PageLink
      href={href}
      title={title}
      aria-current={here ? 'page' : undefined}
      className={joinClasses(className, here ? hereClass : elsewhereClass)}
    >
      {children}
    </PageLink>
  );
}
