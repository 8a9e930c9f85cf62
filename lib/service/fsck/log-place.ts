import { type ChainPlace, noBlocks } from '../../evidence/block-chain.ts';
import { base64Of, parseBase64 } from '../../kernel/base64.ts';
import { Frontier } from '../../ledger/frontier.ts';
import { parseHash } from '../../ledger/hash.ts';

/** How far the log has been looked through. */
export interface LogPlace {
  readonly tree: Frontier;
  /** The chain of blocks; absent behind a header that cannot be read, until the next. */
  readonly chain: ChainPlace | undefined;
  /** The tree is not the one that was signed any more: roots behind it tell nothing new. */
  readonly isLost: boolean;
}

interface Stored {
  readonly tails: readonly string[];
  readonly chain?: Readonly<Record<keyof ChainPlace, string>>;
  readonly isLost: boolean;
}

/** Reads what {@link logPlaceText} wrote; absent: the beginning of the log. */
export function logPlaceOf(text: string | undefined): LogPlace {
  if (text === undefined) return { tree: new Frontier(), chain: noBlocks(), isLost: false };
  const { tails, chain, isLost } = JSON.parse(text) as Stored;
  const tree = Frontier.restore(tails.map(bytesOf));
  if (!tree.ok) throw new Error(tree.error.code);
  return { tree: tree.value, chain: chain && chainOf(chain), isLost };
}

function chainOf(chain: NonNullable<Stored['chain']>): ChainPlace {
  const headerHash = parseHash(bytesOf(chain.headerHash));
  if (!headerHash) throw new Error('a hash has another length');
  const { blockNo, epoch, witnessedSize, nextHeader } = chain;
  return {
    ...{ headerHash, timeMs: Number(chain.timeMs), blockNo: BigInt(blockNo), epoch: BigInt(epoch) },
    ...{ witnessedSize: BigInt(witnessedSize), nextHeader: BigInt(nextHeader) },
  };
}

function bytesOf(text: string): Uint8Array {
  const bytes = parseBase64(text);
  if (!bytes) throw new Error('base64 is malformed');
  return bytes;
}

/** The place as text, to go on from later. */
export function logPlaceText({ tree, chain, isLost }: LogPlace): string {
  const stored: Stored = {
    tails: tree.tails().map(base64Of),
    ...(chain && {
      chain: {
        headerHash: base64Of(chain.headerHash),
        ...{ blockNo: `${chain.blockNo}`, timeMs: `${chain.timeMs}`, epoch: `${chain.epoch}` },
        ...{ witnessedSize: `${chain.witnessedSize}`, nextHeader: `${chain.nextHeader}` },
      },
    }),
    isLost,
  };
  return JSON.stringify(stored);
}
