import type { FindingScreenRow } from '../../lib/queries/finding-screen.ts';
import type { FindingListFilters, FindingsScreenRow } from '../../lib/queries/findings-screen.ts';

/** The list, with the filters as they stand in the address. */
export interface AnomaliesScreenProps extends FindingsScreenRow {
  readonly filters: FindingListFilters;
}

export interface FindingScreenProps {
  readonly finding: FindingScreenRow;
  readonly logPath?: string;
}
