/**
 * lib/worker: the loops that run long: the sequencer, which moves recorded leaves into the log, the publisher, which signs it, and
 * whatever else {@link WORKERS} names. Every one may run in any number of processes, and die at any moment.
 */

import { dropResubmittedLeaves, ledgerFaultOf } from '../store/ledger-fault.ts';
import { haltLog } from '../store/ledger-log.ts';
import { type LedgerQueue, loadLedgerQueue, type QueueStretch } from '../store/ledger-pending.ts';
import { inTransaction } from '../store/transaction.ts';
import { LedgerDamage } from './ledger-damage.ts';
import type { LogTree } from './log-tree.ts';
import { type BlockRules, type SealedBlock, sealBlock } from './seal-block.ts';

/** When blocks are sealed. */
export interface SequencerOptions extends Omit<BlockRules, 'stretch'> {
  /** At once where so many leaves wait ... */
  readonly batchLeaves: number;
  /** ... and for fewer when the oldest has waited so long. 0: always at once. */
  readonly batchAgeMs: number;
}

const DEFAULTS: SequencerOptions = {
  batchLeaves: 1_000,
  batchAgeMs: 100,
  mostLeaves: 5_000,
  mostObservations: 100_000,
  observationsEveryMs: 60_000,
  now: Date.now,
};

/** A sequencer of this process. It remembers the tree's edge from one block to the next. */
export interface Sequencer {
  readonly options: SequencerOptions;
  tree: LogTree | undefined;
  /** Where leaves wait that the block before had no room for: the next is due without looking. */
  rest: QueueStretch | undefined;
  /** How many full blocks there were in a row. */
  fullBlocks: number;
}

/** What one turn did. `because` is one sentence for the operator. */
export type SequencerOutcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sealed'; readonly size: bigint; readonly entries: number }
  | { readonly kind: 'refused' | 'stopped'; readonly because: string };

export const newSequencer = (options: Partial<SequencerOptions> = {}): Sequencer => ({
  options: { ...DEFAULTS, ...options },
  tree: undefined,
  rest: undefined,
  fullBlocks: 0,
});

/** A process that did not seal the latest block leaves the next to the one that did, for so many times the usual age. */
const PATIENCE = 3;

/**
 * Seals a block where one is due. Safe beside other sequencers, in this process or elsewhere. Where the tables are not what was
 * sequenced or signed, it halts the log. Throws what the database throws otherwise; the next turn then begins from the tables.
 */
export async function runSequencerOnce(sequencer: Sequencer): Promise<SequencerOutcome> {
  const { tree, rest } = sequencer;
  if (rest === undefined) {
    const queue = await loadLedgerQueue(sequencer.options.batchLeaves);
    if (!queue) return { kind: 'refused', because: 'The log is not opened yet.' };
    if (queue.state !== 'active') return stopped(queue.state, queue.haltedBecause);
    if (!isDue(sequencer, queue)) return { kind: 'idle' };
  }
  // Whatever happens to the transaction, an edge that may have grown is not used again unless it is committed.
  sequencer.tree = undefined;
  sequencer.rest = undefined;
  try {
    const rules = { ...sequencer.options, stretch: looksBack(sequencer) ? undefined : rest };
    const sealed = await inTransaction((tx) => sealBlock(tx, tree, rules));
    return outcomeOf(sequencer, sealed);
  } catch (error) {
    return recover(error);
  }
}

function isDue({ options, tree }: Sequencer, queue: LedgerQueue): boolean {
  const isOwn = tree?.epoch === queue.epoch;
  const aged = queue.oldestMs >= options.batchAgeMs * (isOwn ? 1 : PATIENCE);
  if (queue.leaves > 0 && (aged || (isOwn && queue.leaves >= options.batchLeaves))) return true;
  return queue.observations && options.now() - Number(queue.lastTimeMs) >= options.observationsEveryMs;
}

/** However long the queue, a leaf that was committed late is passed over by so many blocks at most. */
const BLOCKS_WITHOUT_LOOKING_BACK = 10;

const looksBack = ({ fullBlocks }: Sequencer): boolean => fullBlocks % BLOCKS_WITHOUT_LOOKING_BACK === 0;

function outcomeOf(sequencer: Sequencer, sealed: SealedBlock): SequencerOutcome {
  switch (sealed.kind) {
    case 'sealed':
      sequencer.tree = sealed.tree;
      sequencer.rest = sealed.rest;
      sequencer.fullBlocks = sealed.rest === undefined ? 0 : sequencer.fullBlocks + 1;
      return { kind: 'sealed', size: sealed.size, entries: sealed.entries };
    case 'nothing':
      sequencer.tree = sealed.tree;
      return { kind: 'idle' };
    case 'clock':
      return {
        kind: 'refused',
        because: `No block is sealed: the clock is wrong (${sealed.error.code}, by ${sealed.error.byMs} ms).`,
      };
    case 'not-active':
      return { kind: 'refused', because: 'The log is not active.' };
  }
}

async function recover(error: unknown): Promise<SequencerOutcome> {
  if (error instanceof LedgerDamage) return halt(error.message);
  switch (ledgerFaultOf(error)) {
    case 'busy':
      return { kind: 'idle' };
    case 'already-sequenced':
      if ((await dropResubmittedLeaves()) > 0) return { kind: 'idle' };
      return halt('A leaf in the queue has the id of an entry of the log and other content.');
    case 'occupied':
      return halt('Entries or tiles are stored beyond the head of the log.');
    case undefined:
      throw error;
  }
}

async function halt(because: string): Promise<SequencerOutcome> {
  await haltLog(because);
  return stopped('halted', because);
}

const stopped = (state: string, because = 'no reason given'): SequencerOutcome => ({
  kind: 'stopped',
  because: `The log is ${state}: ${because}`,
});
