/** One thing that was found. */
export interface SearchHitData {
  readonly kind: 'pack' | 'batch' | 'product' | 'place' | 'organisation' | 'event' | 'finding';
  readonly title: string;
  readonly detail: string;
  /** `null` where there is no page of it. */
  readonly href: string | null;
}

/** What the search page needs. */
export interface SearchScreenProps {
  readonly text: string;
  readonly hits: readonly SearchHitData[];
}
