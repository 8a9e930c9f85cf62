import type { Instant } from '../../kernel/instant.ts';
import type { Act } from '../claim.ts';
import type { EventFacts } from './event-facts.ts';

/** custody.md 6: all that an outlined event shows. No reference: its leaf carries the reporter's pseudonym. */
export interface Outline {
  readonly kind: Act;
  readonly at: Instant;
  readonly country: string | undefined;
}

/** The outline of an event. */
export const outlineOf = ({ act, at, country }: EventFacts): Outline => ({ kind: act, at, country });
