'use client';

import { type ReactNode, type SyntheticEvent, useRef } from 'react';

const LIT = 'data-lit';

/**
 * Keeps a map and a line of time in step: what the pointer or the keyboard is on, and everything of the same step, is lit. Its children
 * name the steps that they belong to in `data-steps`, apart by blanks.
 */
export function InStep({ children }: { readonly children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const light = ({ target }: SyntheticEvent) => {
    const named = target instanceof Element ? target.closest('[data-steps]') : null;
    const steps = (named?.getAttribute('data-steps') ?? '').split(' ').filter((step) => step !== '');
    for (const part of root.current?.querySelectorAll('[data-steps]') ?? []) {
      const own = (part.getAttribute('data-steps') ?? '').split(' ');
      part.toggleAttribute(
        LIT,
        own.some((step) => steps.includes(step)),
      );
    }
  };
  const clear = () => {
    for (const part of root.current?.querySelectorAll(`[${LIT}]`) ?? []) part.removeAttribute(LIT);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; what can be used are the links and buttons inside
    <div ref={root} onPointerOver={light} onPointerLeave={clear} onFocus={light} onBlur={clear}>
      {children}
    </div>
  );
}
