import type { BatchState } from '../custody/batch-state.ts';
import { INITIAL_STATE } from '../custody/initial-state.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Json } from '../kernel/canonical-json.ts';

/** The text of the jsonb column `pack.state`. */
export const packStateText = (state: PackState): string => JSON.stringify(state);

/** What {@link packStateText} wrote. */
export const packStateOf = (json: Json): PackState => ({ ...INITIAL_STATE, ...(json as object) });

/** The text of the jsonb column `batch.state`. */
export const batchStateText = (state: BatchState): string => JSON.stringify(state);

/** What {@link batchStateText} wrote. */
export const batchStateOf = (json: Json): BatchState => json as unknown as BatchState;
