import Link from 'next/link';
import type { BlockListRow, LedgerScreenRow } from '../../lib/queries/ledger-screen.ts';
import { numberText } from '../format/number-text.ts';
import { ledgerTexts } from '../texts/en/ledger.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';

const { columns } = ledgerTexts;
const HEAD = 'pe-3 pb-2 text-start font-medium';

/** Enough of a hash to compare two by eye; the whole is in the title. */
const ShortHash = ({ hash }: { readonly hash: string }) => (
  <code className="font-mono" title={hash} dir="ltr">
    {hash.slice(0, 8)}…{hash.slice(-4)}
  </code>
);

/** The latest blocks, newest first: the hash each one carries is that of the next one down. */
export function BlockChain({ blocks, olderHref }: Pick<LedgerScreenRow, 'blocks' | 'olderHref'>) {
  if (blocks.length === 0) return null;
  return (
    <Card
      title={ledgerTexts.blocks}
      aside={<span className="text-ink-soft text-note">{ledgerTexts.blocksText}</span>}
    >
      <table className="w-full">
        <thead>
          <tr className="text-ink-soft text-note">
            <th className={HEAD}>{columns.block}</th>
            <th className={`${HEAD} text-end`}>{columns.entries}</th>
            <th className={`${HEAD} pe-0`}>{columns.hash}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {blocks.map((block) => (
            <Block key={block.number} block={block} />
          ))}
        </tbody>
      </table>
      {olderHref !== null && (
        <Link href={olderHref} className={`${buttonClass('secondary', 'small')} mt-4`}>
          {ledgerTexts.olderBlocks}
        </Link>
      )}
    </Card>
  );
}

function Block({ block }: { readonly block: BlockListRow }) {
  return (
    <tr className="align-top">
      <td className="py-2 pe-3">
        <span className="block font-semibold">{numberText(block.number)}</span>
        <span className="text-ink-soft text-note">
          <TimeText at={block.at} />
        </span>
      </td>
      <td className="py-2 pe-3 text-end">
        <span className="block">{numberText(block.entries)}</span>
        <span className="text-ink-soft text-note">{columns.from(numberText(block.index))}</span>
      </td>
      <td className="py-2">
        <span className="block">
          <ShortHash hash={block.hash} />
        </span>
        <span className="text-ink-soft text-note">
          {columns.previous} <ShortHash hash={block.previousHash} />
        </span>
      </td>
    </tr>
  );
}
