import type { Act } from '../claim.ts';
import type { CustodyCode } from '../custody-codes.ts';
import type { PackRule } from '../custody-rule.ts';
import { type FinalStatus, isTerminal } from '../is-terminal.ts';
import type { PackState } from '../pack-state.ts';
import { statusIn } from '../reach.ts';

/** Packing makes nothing fit: what goes back to be destroyed travels in containers too. */
const ABOUT_CONTAINERS: ReadonlySet<Act> = new Set(['pack', 'unpack', 'close', 'open']);

/** A returned pack may also be received, and its return taken back. */
function isInOrderOnTerminal(act: Act, { place }: PackState): boolean {
  if (ABOUT_CONTAINERS.has(act)) return true;
  if (act === 'receive' || act === 'void-shipping') return place.kind === 'transit' && place.returned;
  return (
    act === 'return-ship' || act === 'destroy' || act === 'lift' || act === 'observe' || act === 'recall'
  );
}

const codeOf = (status: FinalStatus): CustodyCode =>
  status === 'supplied' ? 'pack/already-supplied' : `pack/${status}`;

/** On a terminal pack only its undo, its return and its destruction take effect; a theft can be lifted. */
export const aFinalStatusIsFinal: PackRule = {
  id: 'custody/a-final-status-is-final',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    const status = statusIn(state, claim.country);
    if (!isTerminal(status) || isInOrderOnTerminal(claim.act, state)) return undefined;
    const bySameParty = state.terminal?.by === claim.reporter;
    const code = codeOf(status);
    if (bySameParty) return { code, severity: 1 };
    return { code, severity: claim.act === 'supply' ? 5 : 4, disputes: true };
  },
};
