import type { Act, Claim, Principal } from './claim.ts';
import { MAKER } from './claims-in-tests.ts';

/**
 * custody.md 1 and 2 read a second time, for one statement and one pack, without any of the rules' code. The two
 * countries are those of the tests' organisations, so whom a theft or a lock binds is a plain set.
 */
interface Bond {
  readonly event: string;
  readonly by: string;
  readonly countries: Set<string>;
}

export interface World {
  status: string;
  holder: string | undefined;
  group: string | undefined;
  from: string | undefined;
  to: string | undefined;
  returned: boolean;
  commissioning: Claim | undefined;
  end: Bond | undefined;
  locks: Bond[];
  foreign: string | undefined;
  disputed: boolean;
}

export const newWorld = (disputed: boolean): World => ({
  status: 'unknown',
  holder: undefined,
  group: undefined,
  from: undefined,
  to: undefined,
  returned: false,
  commissioning: undefined,
  end: undefined,
  locks: [],
  foreign: undefined,
  disputed,
});

export const FINAL: Readonly<Record<string, string>> = {
  supply: 'supplied',
  destroy: 'destroyed',
  export: 'exported',
  sample: 'sample',
  'free-sample': 'free-sample',
  steal: 'stolen',
};

/** What stands against a statement: nothing, or an objection that may dispute the pack. */
type Objection = 'none' | 'plain' | 'disputes';

const none = (fine: boolean, otherwise: Objection): Objection => (fine ? 'none' : otherwise);
const speaks = (claim: Claim, party: string | undefined) => claim.speaksFor.some(({ gln }) => gln === party);
const isRegulator = ({ reporterRole }: Claim) => reporterRole === 'regulator';
const isDispenser = ({ reporterRole }: Claim) => ['pharmacy', 'hospital', 'clinic'].includes(reporterRole);

/** As whom the reporter has the pack in hand, by the record. */
function hand(claim: Claim, { holder, from, to }: World): Principal | undefined {
  const known = [holder, from, to].find((party) => party !== undefined && speaks(claim, party));
  return claim.speaksFor.find(({ gln }) => gln === known);
}

const roleOf = (claim: Claim, world: World) => (hand(claim, world) ?? claim.speaksFor[0]).role;

/** Is the pack at its end, as the place of the statement must take it? */
export const isOver = ({ status, end }: World, { country }: Claim) =>
  status === 'stolen' ? end?.countries.has(country) === true : status !== 'active';

export function isForeign(claim: Claim, world: World): boolean {
  if (claim.act !== 'supply' || !isDispenser(claim) || isOver(world, claim)) return false;
  const [self] = claim.speaksFor;
  const isSister =
    world.holder !== undefined && self.ownerGroup !== undefined && self.ownerGroup === world.group;
  return ![world.holder, world.from, world.to].includes(claim.reporter) && !isSister;
}

const inHand = (claim: Claim, world: World) => none(hand(claim, world) !== undefined, 'disputes');

function lift(claim: Claim, world: World): Objection {
  const named = ({ event }: Bond) => event === claim.lifts;
  const isTheft = world.status === 'stolen' && world.end !== undefined && named(world.end);
  const lock = world.locks.find(named);
  if (!isTheft && !lock) return 'plain';
  return none(isRegulator(claim) || (!isTheft && lock?.by === claim.reporter), 'plain');
}

const OBJECTIONS: Readonly<Partial<Record<Act, (claim: Claim, world: World) => Objection>>> = {
  ship: inHand,
  'return-ship': inHand,
  receive: inHand,
  destroy: inHand,
  export: inHand,
  sample: inHand,
  'free-sample': inHand,
  supply: (claim, world) => none(!isForeign(claim, world), 'disputes'),
  'void-shipping': (claim, world) => none(speaks(claim, world.from), 'plain'),
  lock: (claim) => none(isRegulator(claim) || claim.reporter === MAKER.gln, 'plain'),
  lift,
  steal: (claim, world) =>
    none(
      isRegulator(claim) || claim.reporter === MAKER.gln || speaks(claim, world.holder ?? world.from),
      'disputes',
    ),
};

const ROLES: Readonly<Partial<Record<Act, (claim: Claim, world: World) => boolean>>> = {
  supply: isDispenser,
  export: (claim, world) => ['wholesaler', 'manufacturer'].includes(roleOf(claim, world)),
  'free-sample': (claim, world) => roleOf(claim, world) === 'manufacturer',
};

/** Anything on a terminal pack but its return and its destruction; a theft can be lifted. */
function endObjects(claim: Claim, world: World): Objection {
  if (!isOver(world, claim)) return 'none';
  const onItsWayBack = world.from !== undefined && world.returned;
  const inOrder = onItsWayBack
    ? ['return-ship', 'destroy', 'lift', 'receive', 'void-shipping']
    : ['return-ship', 'destroy', 'lift'];
  if (inOrder.includes(claim.act)) return 'none';
  return world.end?.by === claim.reporter ? 'plain' : 'disputes';
}

/** The worst objection to a statement about a pack in this world. */
export function objection(claim: Claim, world: World): Objection {
  if (world.status === 'unknown') return none(claim.act === 'commission', 'plain');
  const all = [
    endObjects(claim, world),
    OBJECTIONS[claim.act]?.(claim, world) ?? 'none',
    none(ROLES[claim.act]?.(claim, world) ?? true, 'plain'),
  ];
  if (all.includes('disputes')) return 'disputes';
  return all.includes('plain') ? 'plain' : 'none';
}

function hold(world: World, party: Principal | undefined): void {
  Object.assign(world, { holder: party?.gln, group: party?.ownerGroup });
  Object.assign(world, { from: undefined, to: undefined, returned: false });
}

function send(claim: Claim, world: World): void {
  const from = (hand(claim, world) ?? claim.speaksFor[0]).gln;
  hold(world, undefined);
  Object.assign(world, { from, to: claim.to, returned: claim.act === 'return-ship' });
}

function free(bond: Bond, claim: Claim): boolean {
  if (bond.event !== claim.lifts) return false;
  if (bond.by === claim.reporter) bond.countries.clear();
  bond.countries.delete(claim.reporterCountry);
  return bond.countries.size === 0;
}

function liftIn(claim: Claim, world: World): void {
  const { end } = world;
  if (world.status !== 'stolen' || end === undefined || end.event !== claim.lifts) {
    world.locks = world.locks.filter((lock) => !free(lock, claim));
  } else if (free(end, claim)) {
    world.status = 'active';
    world.end = undefined;
  }
}

/** A pack is destroyed once: who says so again did not end it. */
const isDestroyedAgain = (claim: Claim, { status }: World): boolean =>
  claim.act === 'destroy' && status === 'destroyed';

/** The world after a statement that nothing stands against. */
export function happen(claim: Claim, world: World): void {
  const countries = new Set(isRegulator(claim) ? [claim.reporterCountry] : ['DE', 'FR', 'elsewhere']);
  const bond: Bond = { event: claim.event, by: claim.reporter, countries };
  const party = hand(claim, world) ?? claim.speaksFor[0];
  const end = () => {
    if (world.status === 'stolen' && claim.act === 'steal') {
      for (const country of world.end?.countries ?? []) countries.add(country);
    }
    if (!isDestroyedAgain(claim, world)) world.end = bond;
    world.status = FINAL[claim.act] ?? world.status;
    if (claim.act !== 'steal') hold(world, party);
  };
  const doings: Partial<Record<Act, () => void>> = {
    commission: () => {
      world.status = 'active';
      world.commissioning = claim;
      hold(world, claim.speaksFor.find(({ gln }) => gln === MAKER.gln) ?? claim.speaksFor[0]);
    },
    ship: () => send(claim, world),
    'return-ship': () => send(claim, world),
    receive: () => hold(world, party),
    'void-shipping': () => hold(world, party),
    lock: () => world.locks.push(bond),
    lift: () => liftIn(claim, world),
  };
  (doings[claim.act] ?? end)();
}
