/** Where one step of a story happened, as far as its reader may know. */
export interface MapStop {
  /** The step's id on the page: what the map and the line of time have in common. */
  readonly step: string;
  /** What happened, in the words of the custody rules: `ship`, `receive`, …; a look at the pack is `observe`. */
  readonly act: string;
  /** False for what did not move the pack. */
  readonly applied: boolean;
  /** What the place is called; `null` where that is not for the reader to know. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Degrees north and east; `null` where the place is not for the reader to know, or nobody entered where it is. */
  readonly point: MapPoint | null;
}

export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}
