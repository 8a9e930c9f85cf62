import type { BatchState } from '../custody/batch-state.ts';
import type { PackState } from '../custody/pack-state.ts';
import { packStateToJson, parsePackState } from '../custody/pack-state-json.ts';
import type { Json } from '../kernel/canonical-json.ts';

/** The text of the jsonb column `pack.state`. */
export const packStateText = (state: PackState): string => JSON.stringify(packStateToJson(state));

/** What {@link packStateText} wrote. Throws where somebody else has changed it: no answer may rest on it. */
export function packStateOf(json: Json): PackState {
  const state = parsePackState(json);
  if (!state.ok) throw new Error(`a stored pack state cannot be read: ${JSON.stringify(state.error)}`);
  return state.value;
}

/** The text of the jsonb column `batch.state`. */
export const batchStateText = (state: BatchState): string => JSON.stringify(state);

/** What {@link batchStateText} wrote. */
export const batchStateOf = (json: Json): BatchState => {
  const { expiry, recalls } = json as unknown as BatchState;
  return { expiry, recalls };
};
