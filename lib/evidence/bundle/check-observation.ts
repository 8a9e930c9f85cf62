import { verifyObservation } from '../observation-commitment.ts';
import type { BundleObservation } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import { provenLeaf } from './check-entry.ts';
import type { ProvenHead } from './check-head.ts';

/** Checks that the log commits to the observation. Throws {@link BundleRefusal}. */
export function checkObservation(observation: BundleObservation, head: ProvenHead, place: string): void {
  const leaf = provenLeaf(observation, head, place);
  if (leaf.type !== 'observations') throw new BundleRefusal('bundle/leaf', `${place}/leaf`, leaf.type);
  const { value, salt, at, of, path } = observation;
  const stands = { index: BigInt(at), size: BigInt(of), proof: path };
  const held = of === leaf.count && verifyObservation({ value, salt }, stands, leaf.root).ok;
  if (!held) throw new BundleRefusal('bundle/observation', place);
}
