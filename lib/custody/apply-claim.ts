import type { Instant } from '../kernel/instant.ts';
import type { Claim, Principal } from './claim.ts';
import { statusOfAct } from './final-acts.ts';
import type { PackContext } from './pack-context.ts';
import type { Deed, PackState, Place, Reach } from './pack-state.ts';
import { joined, withoutCountry } from './reach.ts';
import { standingOf } from './standing.ts';

/** The statement as a deed. */
export function deedOf(claim: Claim): Deed {
  return {
    event: claim.event,
    by: claim.reporter,
    location: claim.location,
    country: claim.country,
    at: claim.claimedAt,
    recordedAt: claim.recordedAt,
  };
}

/**
 * The state after a statement that takes effect. `at` is its place in the fold.
 * The rules have been asked before: nothing is judged here.
 */
export function applyClaim(state: PackState, claim: Claim, at: Instant, context: PackContext): PackState {
  if (claim.act === 'observe' || claim.act === 'recall') return state;
  return { ...state, ...changeOf(state, claim, at, context), lastAppliedAt: at };
}

function changeOf(state: PackState, claim: Claim, at: Instant, context: PackContext): Partial<PackState> {
  switch (claim.act) {
    case 'commission':
      return commissioned(claim, at, context);
    case 'ship':
    case 'return-ship':
      return { place: inTransit(state.place, claim, at), ...closedBy(state, context) };
    case 'void-shipping':
    case 'receive':
      return { place: heldAfter(state.place, claim, at), ...closedBy(state, context) };
    case 'pack':
    case 'unpack':
    case 'close':
    case 'open':
      return isContainer(state, context)
        ? containerAfter(state, claim, at, context)
        : contentAfter(state, claim, at);
    case 'lock':
      return locked(state, bindingDeed(claim));
    case 'lift':
      return lifted(state, claim);
    case 'steal':
      return { status: 'stolen', terminal: stolenBy(state, claim) };
    case 'supply':
    case 'destroy':
    case 'export':
    case 'sample':
    case 'free-sample':
      return {
        status: statusOfAct(claim.act),
        terminal: endedBy(state, claim),
        place: heldAfter(state.place, claim, at),
      };
    default:
      return {};
  }
}

function commissioned(claim: Claim, at: Instant, { gtinHolder }: PackContext): Partial<PackState> {
  const holder = claim.speaksFor.find(({ gln }) => gln === gtinHolder) ?? claim.speaksFor[0];
  return {
    status: 'active',
    place: held(holder, claim, at),
    lot: claim.lot,
    expiry: claim.expiry,
    commissioned: deedOf(claim),
  };
}

const held = (party: Principal, claim: Claim, since: Instant): Place => ({
  kind: 'held',
  party: party.gln,
  location: claim.location,
  since,
  ...(party.ownerGroup === undefined ? {} : { ownerGroup: party.ownerGroup }),
});

/** The place of a pack that the reporter, or the party it speaks for, has in hand. */
const heldAfter = (place: Place, claim: Claim, at: Instant): Place =>
  held(standingOf(place, claim).party ?? claim.speaksFor[0], claim, at);

const inTransit = (place: Place, claim: Claim, since: Instant): Place => ({
  kind: 'transit',
  from: (standingOf(place, claim).party ?? claim.speaksFor[0]).gln,
  to: claim.to,
  returned: claim.act === 'return-ship',
  since,
});

/** Is the object the container that the statement is about, and not what is in it? */
const isContainer = ({ closed }: PackState, context: PackContext): boolean =>
  context.target?.isItem ?? (context.isContainer || closed !== undefined);

/** A container that moves is closed: what is in it moves along. */
const closedBy = ({ closed }: PackState, { isContainer }: PackContext): Partial<PackState> =>
  isContainer || closed !== undefined ? { closed: true } : {};

/** What is put into a container, or taken out of it, by who has both. */
function contentAfter({ place }: PackState, claim: Claim, at: Instant): Partial<PackState> {
  const { act, container, event } = claim;
  if (act === 'unpack') return { place: heldAfter(place, claim, at) };
  if (act !== 'pack' || container === undefined) return {};
  return { place: heldAfter(place, claim, at), inside: { container, since: at, event } };
}

/** EPCIS has no word for closing: packing closes a container and unpacking opens it, unless the event says otherwise. */
function containerAfter(
  state: PackState,
  claim: Claim,
  at: Instant,
  context: PackContext,
): Partial<PackState> {
  const closed = claim.closed ?? (claim.act === 'pack' || claim.act === 'close');
  const mark = { closed };
  if (state.status === 'unknown') return { ...commissioned(claim, at, context), ...mark };
  return state.place.kind === 'transit' ? { place: heldAfter(state.place, claim, at), ...mark } : mark;
}

/** A theft or a lock with whom it binds: a regulator's binds sites in its own country (custody.md 1). */
function bindingDeed(claim: Claim): Deed {
  const reach: Reach = { kind: 'only', countries: [claim.reporterCountry] };
  return claim.reporterRole === 'regulator' ? { ...deedOf(claim), reach } : deedOf(claim);
}

const locked = (state: PackState, lock: Deed): Partial<PackState> =>
  state.locked ? { otherLocks: [...state.otherLocks, lock] } : { locked: lock };

/** A pack is destroyed once: who says so again changes nothing of who did it, and when. */
const endedBy = (state: PackState, claim: Claim): Deed | undefined =>
  claim.act === 'destroy' && state.status === 'destroyed' ? state.terminal : deedOf(claim);

/** A second theft report is applied only where the first does not bind: then both bind together. */
function stolenBy(state: PackState, claim: Claim): Deed {
  const deed = bindingDeed(claim);
  return state.status === 'stolen' && state.terminal
    ? { ...deed, reach: joined(state.terminal.reach, deed.reach) }
    : deed;
}

/** A regulator lifts for its own country; who locked lifts the whole lock. */
function lifted(state: PackState, claim: Claim): Partial<PackState> {
  const lift = (deed: Deed): Deed | undefined => {
    if (deed.event !== claim.lifts) return deed;
    return deed.by === claim.reporter ? undefined : withoutCountry(deed, claim.reporterCountry);
  };
  if (state.status === 'stolen' && state.terminal && state.terminal.event === claim.lifts) {
    const terminal = lift(state.terminal);
    return { terminal, status: terminal ? 'stolen' : 'active' };
  }
  const locks = state.locked ? [state.locked, ...state.otherLocks] : [];
  const [first, ...rest] = locks.map(lift).filter((lock) => lock !== undefined);
  return { locked: first, otherLocks: rest };
}
