import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';

/** Who reads, when, and where the events are those of one pack, its canonical Digital Link. */
export interface Reading {
  readonly scope: OrgScope;
  readonly at: Instant;
  readonly pack?: string;
}
