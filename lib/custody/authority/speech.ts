import type { Action } from '../../epcis/epcis-event.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Act } from '../claim.ts';

/** What somebody wants to say, as far as the right to say it depends on it. Nothing of a pack's state is here. */
export interface Speech {
  readonly action: Action;
  /** `withdraw` is said by master data, the others by events. */
  readonly act: Act | 'withdraw';
  /** Of every pack and batch that is named. */
  readonly gtins: readonly Gtin[];
  /** readPoint and bizLocation. Where none is named the session's location stands in, which is its own. */
  readonly ownPlaces: readonly Gln[];
  /** A readPoint or bizLocation that names no location by its GLN, such as a `geo:` URI: it is nobody's. */
  readonly placesOfNobody: readonly string[];
  /** Countries that a withdrawal is about, ISO 3166-1 alpha-2. */
  readonly markets?: readonly string[];
}
