import type { LayoutId } from './keyboard-layouts.ts';

/** What a self-test found; the interface says it in words, with what to do. */
export type SelfTestFinding =
  /** Scanner and computer are set to different keyboard languages: `meant` arrives as `typed`. */
  | {
      readonly code: 'self-test/keyboard-layout';
      readonly scanner?: LayoutId;
      readonly host?: LayoutId;
      readonly typed: string;
      readonly meant: string;
    }
  | { readonly code: 'self-test/caps-lock' }
  | { readonly code: 'self-test/letter-case' }
  /** Characters that arrive as the same, so that nobody can tell which was meant. */
  | { readonly code: 'self-test/alike'; readonly characters: readonly string[] }
  | { readonly code: 'self-test/separator-lost' }
  | { readonly code: 'self-test/separator-replaced'; readonly found: string }
  /** The separator comes as characters that a code may hold too. */
  | { readonly code: 'self-test/separator-unclear'; readonly found: string }
  | { readonly code: 'self-test/added-text'; readonly before: string; readonly behind: string }
  | { readonly code: 'self-test/no-identifier' }
  | { readonly code: 'self-test/no-line-end' }
  | { readonly code: 'self-test/slow'; readonly paceMs: number }
  | { readonly code: 'self-test/doubled' }
  /** What came cannot be laid beside what the symbol holds. */
  | { readonly code: 'self-test/unreadable' }
  /** The proof symbol did not read as what it holds. */
  | { readonly code: 'self-test/proof-failed' };
