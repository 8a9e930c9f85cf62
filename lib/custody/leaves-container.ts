import type { Act, Claim } from './claim.ts';
import { liftedDeed } from './lifted-deed.ts';
import type { PackState } from './pack-state.ts';
import type { Scene } from './scene.ts';
import { standingOf } from './standing.ts';

/** Who does one of these with an object has it in hand, and not its container. */
const IN_HAND: ReadonlySet<Act> = new Set([
  'supply',
  'destroy',
  'export',
  'sample',
  'free-sample',
  'ship',
  'return-ship',
  'void-shipping',
  'receive',
]);

/** Does the act say that the object was in hand by itself? */
export const isHandledAlone = (act: Act): boolean => IN_HAND.has(act);

/**
 * Does a statement that takes effect show that the object is no longer in its container (custody.md 4)? It was taken out, put into
 * another, handled by itself, seen alone where its container is, or freed of what binds the container.
 */
export function leavesContainer(claim: Claim, own: PackState, scene: Scene): boolean {
  if (!own.inside) return false;
  const isContent = scene.context.target?.isItem === false;
  if (claim.act === 'pack' || claim.act === 'unpack') return isContent;
  if (IN_HAND.has(claim.act)) return true;
  if (claim.act === 'lift') return !liftedDeed(claim, own) && liftedDeed(claim, scene.state) !== undefined;
  return whereSeenAlone(claim, own, scene.state) === 'here';
}

/**
 * Where an object is told of without its container: `here` is where the container is, by who has it; `elsewhere` is another place.
 * `undefined` of what says nothing of it: no place is known, the container is on its way, or a stranger speaks of no other place.
 */
export function whereSeenAlone(
  claim: Claim,
  own: PackState,
  { place }: Pick<PackState, 'place'>,
): 'here' | 'elsewhere' | undefined {
  if (!own.inside || claim.container !== undefined || claim.repeats !== undefined) return undefined;
  if (claim.act !== 'observe' && !IN_HAND.has(claim.act)) return undefined;
  if (place.kind !== 'held' || place.location === undefined || claim.location === undefined) return undefined;
  if (place.location !== claim.location) return 'elsewhere';
  return standingOf(place, claim).as === 'holder' ? 'here' : undefined;
}
