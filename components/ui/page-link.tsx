'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, type MouseEvent, startTransition } from 'react';

type PageLinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'onPointerEnter' | 'target'> & {
  readonly href: string;
};

/**
 * A link to another page of ours, followed without loading the whole again. For the frame and the Scan page, which must be light: Next's own
 * brings 5 kB of script, and asks the server for every page in sight where this one asks for the page under the pointer.
 */
export function PageLink({ href, children, ...rest }: PageLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  };
  return (
    <a {...rest} href={href} onClick={follow} onPointerEnter={() => router.prefetch(href)}>
      {children}
    </a>
  );
}

/** A new tab, a new window, a download: the browser’s own business. */
const opensElsewhere = (event: MouseEvent): boolean =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey;
