'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { joinClasses } from '../ui/join-classes.ts';

/**
 * A modal that fills the screen, on the browser's own dialog: what is behind is out of reach, and Escape asks
 * to leave. A screen reader says `label` as it opens; the button marked `data-main` has the focus. `tone` gives
 * ground and ink.
 */
export function FullScreen({
  label,
  tone,
  onLeave,
  children,
}: {
  readonly label: string;
  readonly tone: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>('[data-main]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
      className={joinClasses('m-0 h-dvh max-h-none w-screen max-w-none overflow-y-auto print:hidden', tone)}
    >
      <div className="mx-auto flex min-h-full max-w-5xl flex-col justify-center gap-6 bg-inherit px-5 py-6 sm:px-10 sm:py-8">
        {children}
      </div>
    </dialog>
  );
}
