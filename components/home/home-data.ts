import type { FrameRole } from '../frame/frame-data.ts';

/** One thing that waits for a person. `count` opens the rows behind it. */
export interface NeedRow {
  readonly kind:
    | 'receive'
    | 'findings'
    | 'set-aside'
    | 'registration-running'
    | 'registration-faults'
    | 'recall'
    | 'expiring'
    | 'silent-sites';
  readonly count: number;
  readonly href: string;
  /** The most urgent of them in one sentence. */
  readonly first: string | null;
}

export interface HomeScreenProps {
  readonly role: FrameRole;
  readonly place: string;
  readonly needs: readonly NeedRow[];
  /** The latest of what this place has recorded, newest first. */
  readonly recent: readonly {
    readonly id: string;
    readonly at: string;
    readonly timeZone: string;
    readonly text: string;
    readonly href: string | null;
    readonly ledger: 'recorded' | 'included' | 'witnessed';
  }[];
}
