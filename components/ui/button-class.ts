import { joinClasses } from './join-classes.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';
export type ButtonSize = 'regular' | 'large' | 'small';

const KIND: Record<ButtonKind, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong font-semibold',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken font-medium',
  quiet: 'text-brand hover:bg-brand-soft font-medium',
};

const SIZE: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-note',
  regular: 'min-h-11 px-4 text-body',
  large: 'min-h-14 px-6 text-lead',
};

/** How a button, or a link that acts as one, looks. */
export const buttonClass = (kind: ButtonKind = 'secondary', size: ButtonSize = 'regular'): string =>
  joinClasses(
    'inline-flex items-center justify-center gap-2 rounded-control text-center transition-colors duration-100',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55',
    KIND[kind],
    SIZE[size],
  );
