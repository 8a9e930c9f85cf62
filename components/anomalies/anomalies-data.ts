import type { PackEventData, Severity } from '../pack/pack-data.ts';

export type FindingKind = 'data-quality' | 'case';
export type FindingStatus = 'pending' | 'open' | 'withdrawn' | 'closed';

/** One line of the list. */
export interface FindingRow {
  readonly id: string;
  /** `D01` and so on. */
  readonly detector: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly status: FindingStatus;
  /** The story in one sentence. */
  readonly title: string;
  readonly productName: string | null;
  readonly places: readonly string[];
  readonly packCount: number;
  /** ISO 8601 in UTC. */
  readonly raisedAt: string;
}

/** The filters, as they stand in the address. Absent means all. */
export interface FindingFilters {
  readonly severity?: Severity | undefined;
  readonly kind?: FindingKind | undefined;
  readonly status?: FindingStatus | undefined;
  readonly detector?: string | undefined;
  readonly country?: string | undefined;
  readonly q?: string | undefined;
  /** The key after which this page begins. */
  readonly after?: string | undefined;
}

export interface AnomaliesScreenProps {
  readonly rows: readonly FindingRow[];
  readonly filters: FindingFilters;
  readonly detectors: readonly { readonly id: string; readonly name: string }[];
  readonly countries: readonly string[];
  /** The key of the next page, `null` on the last. */
  readonly nextAfter: string | null;
  /** `YYYY-MM-DDTHH:MM:SSZ`: up to when the detectors have read the log. */
  readonly dataAsOf: string | null;
}

/** An innocent cause, and how the test of it came out. */
export interface InnocentCause {
  readonly cause: string;
  readonly tested: string;
}

/** One finding, whole. */
export interface FindingData extends FindingRow {
  readonly observed: string;
  readonly expected: string;
  readonly innocent: readonly InnocentCause[];
  readonly clears: string;
  readonly action: string;
  readonly packs: readonly { readonly gtin: string; readonly serial: string }[];
  readonly lots: readonly { readonly gtin: string; readonly batch: string }[];
  readonly parties: readonly string[];
  readonly events: readonly PackEventData[];
  /** Observations (verifications and refused attempts) that the finding rests on. */
  readonly observations: readonly {
    readonly id: string;
    readonly at: string;
    readonly where: string | null;
    readonly timeZone: string;
    readonly operation: string;
    readonly verdict: 'supply' | 'rescan' | 'set-aside';
  }[];
  readonly clearedBy: { readonly event: string; readonly text: string } | null;
}

export interface FindingScreenProps {
  readonly finding: FindingData;
  readonly logPath?: string;
}
