import { lgtinUri } from '../../gs1/digital-link.ts';
import { sgtinOf } from '../../gs1/object-key.ts';
import type { DetectorFacts, PackRecord } from '../facts.ts';
import type { Register } from './register.ts';
import type { ReplayLedger } from './replay-ledger.ts';

/** What the detectors may ask about, as it stands now. Each record is made once. */
export function replayFacts(register: Register, ledger: ReplayLedger): DetectorFacts {
  const records = new Map<string, PackRecord | undefined>();
  const recordOf = (uri: string): PackRecord | undefined => {
    const gtin = sgtinOf(uri)?.gtin;
    return ledger.record(uri, ({ lot }) =>
      gtin === undefined || lot === undefined ? undefined : lgtinUri(gtin, lot),
    );
  };
  return {
    pack(uri) {
      if (!records.has(uri)) records.set(uri, recordOf(uri));
      return records.get(uri);
    },
    // What is seen is seen at once: nothing is recorded in between.
    commissionedSince: () => undefined,
    product: (gtin) => register.products.get(gtin),
    imports: (gtin) => register.imports.get(gtin) ?? [],
    party: (gln) => register.parties.get(gln),
    place: (gln) => register.places.get(gln),
  };
}
