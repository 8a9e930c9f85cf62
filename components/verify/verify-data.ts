import type { KnownParts } from '../scan/judge-scan.ts';

/** The three answers of the public check. */
export type PublicAnswerKind = 'fit' | 'not-fit' | 'not-confirmed';

/** What the public is told of a pack. */
export interface PublicCheckData {
  readonly answer: PublicAnswerKind;
  readonly product: { readonly gtin: string; readonly name: string } | null;
  readonly proof: { readonly event: string; readonly eventTime: string } | null;
}

/** What came of asking. `limited`: ask again after so many seconds; `failed`: no answer came; `unreadable`: a value is none of its kind. */
export type PublicOutcome =
  | { readonly kind: 'answer'; readonly check: PublicCheckData }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed' };

/** What was read from a pack, with how. */
export interface PublicQuestion extends KnownParts {
  readonly mode: 'scan' | 'manual';
}

/** A doubt as it is sent. */
export interface DoubtToSend {
  readonly country: string;
  readonly words: string;
  readonly photo: Blob | undefined;
}

/** What the page of the public check starts with, and how it asks. */
export interface VerifyScreenProps {
  readonly thisYear: number;
  /** What the address names already. */
  readonly known: KnownParts;
  /** What the address asked, where it was complete. */
  readonly asked: { readonly question: PublicQuestion; readonly outcome: PublicOutcome } | undefined;
  /** The address names no pack as GS1 writes it. */
  readonly notALink: boolean;
  readonly check: (question: PublicQuestion) => Promise<PublicOutcome>;
  /** Whether the report arrived. */
  readonly report: (question: PublicQuestion, doubt: DoubtToSend) => Promise<boolean>;
  readonly logPath?: string;
}
