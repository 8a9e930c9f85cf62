import { type Folded, foldPack } from '../../custody/fold-pack.ts';
import type { Realm } from '../../custody/org-scope.ts';
import type { PackContext } from '../../custody/pack-context.ts';
import type { PackEntry } from '../../custody/pack-entry.ts';
import { pastSurroundings } from '../../custody/past-surroundings.ts';
import { sgtinOf } from '../../gs1/object-key.ts';
import type { Register } from '../../store/fsck/register.ts';
import type { Tx } from '../../store/transaction.ts';
import { historiesOf } from '../histories-of.ts';
import { containerHolderIn, holderIn } from './holder-in.ts';

/** An object folded from all that was ever recorded of it. */
export interface FoldedObject {
  readonly history: readonly PackEntry[];
  readonly folded: Folded;
}

/** Folds the objects of one realm anew, with every container that they were ever in. */
export async function foldObjects(
  tx: Tx,
  register: Register,
  realm: Realm,
  uris: readonly string[],
): Promise<ReadonlyMap<string, FoldedObject>> {
  const histories = await historiesOf(tx, { realm }, uris);
  const contextOf = (uri: string): PackContext => {
    const gtin = sgtinOf(uri)?.gtin;
    const none = { product: undefined, batch: undefined };
    return gtin === undefined
      ? { ...none, gtinHolder: containerHolderIn(register, uri), isContainer: true }
      : { ...none, gtinHolder: holderIn(register, realm, gtin) };
  };
  const around = pastSurroundings(histories, contextOf);
  return new Map(
    uris.map((uri) => {
      const history = histories.get(uri) ?? [];
      return [uri, { history, folded: foldPack(uri, history, { ...contextOf(uri), around }) }];
    }),
  );
}
