import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { controlTexts } from '../texts/en/controls.ts';
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class.ts';
import { joinClasses } from './join-classes.ts';

type ButtonProps = Omit<ComponentProps<'button'>, 'style'> & {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** The action runs: the button says so in place and takes no second press. */
  readonly busy?: boolean;
  readonly children: ReactNode;
};

/** A button that answers at once, if only with a spinner in place. */
export function Button({ kind, size, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={joinClasses(buttonClass(kind, size), className)}
    >
      {busy && <LoaderCircle aria-label={controlTexts.working} size={18} className="animate-spin" />}
      {children}
    </button>
  );
}
