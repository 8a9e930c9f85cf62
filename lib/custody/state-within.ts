import type { Deed, PackState, PackStatus } from './pack-state.ts';
import { joined } from './reach.ts';
import type { Link } from './surroundings.ts';

/** What befalls a container befalls what is in it. */
const CARRIED: ReadonlySet<PackStatus> = new Set(['stolen', 'destroyed', 'exported']);

/**
 * The state of an object in the containers of `chain`, the innermost first (custody.md 4): its place is the outermost one's, and
 * thefts, ends and locks of each reach it. What the object’s own events say of its status stays where it is the worse.
 */
export function stateWithin(own: PackState, chain: readonly Link[]): PackState {
  const outermost = chain.at(-1);
  if (!outermost) return own;
  let state: PackState = { ...own, place: outermost.state.place };
  for (const { state: container } of chain) state = reached(state, container);
  return state;
}

function reached(state: PackState, container: PackState): PackState {
  const locks = [state.locked, ...state.otherLocks, container.locked, ...container.otherLocks];
  const [locked, ...otherLocks] = locks.filter((lock) => lock !== undefined);
  const carried = { ...state, locked, otherLocks };
  if (!CARRIED.has(container.status)) return carried;
  if (state.status === 'active')
    return { ...carried, status: container.status, terminal: container.terminal };
  if (state.status !== 'stolen' || container.status !== 'stolen') return carried;
  return { ...carried, terminal: bothThefts(state.terminal, container.terminal) };
}

/** Two thefts bind together. */
function bothThefts(own: Deed | undefined, container: Deed | undefined): Deed | undefined {
  if (!own || !container) return own ?? container;
  return { ...own, reach: joined(own.reach, container.reach) };
}
