import Link from 'next/link';
import { numberText } from '../format/number-text.ts';
import { ledgerTexts } from '../texts/en/ledger.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { BlockRow, LedgerScreenProps } from './ledger-screen-data.ts';

const { columns } = ledgerTexts;
const HEAD = 'px-3 py-2 text-start font-medium';

/** Enough of a hash to compare two by eye; the whole is in the title. */
const ShortHash = ({ hash }: { readonly hash: string }) => (
  <code className="font-mono" title={hash} dir="ltr">
    {hash.slice(0, 8)}…{hash.slice(-4)}
  </code>
);

/** The latest blocks, newest first: the hash on the right of one is the hash of the next one down. */
export function BlockChain({ blocks, olderHref }: Pick<LedgerScreenProps, 'blocks' | 'olderHref'>) {
  if (blocks.length === 0) return null;
  return (
    <Card
      title={ledgerTexts.blocks}
      aside={<span className="text-ink-soft text-note">{ledgerTexts.blocksText}</span>}
    >
      <div className="-mx-3 overflow-x-auto">
        <table className="w-full min-w-[40rem]">
          <thead>
            <tr className="text-ink-soft text-note">
              <th className={HEAD}>{columns.block}</th>
              <th className={HEAD}>{columns.at}</th>
              <th className={`${HEAD} text-end`}>{columns.entries}</th>
              <th className={`${HEAD} text-end`}>{columns.index}</th>
              <th className={HEAD}>{columns.hash}</th>
              <th className={HEAD}>{columns.previous}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {blocks.map((block) => (
              <Block key={block.number} block={block} />
            ))}
          </tbody>
        </table>
      </div>
      {olderHref !== null && (
        <Link href={olderHref} className={`${buttonClass('secondary', 'small')} mt-4`}>
          {ledgerTexts.olderBlocks}
        </Link>
      )}
    </Card>
  );
}

function Block({ block }: { readonly block: BlockRow }) {
  return (
    <tr>
      <td className="px-3 py-2 font-semibold">{numberText(block.number)}</td>
      <td className="whitespace-nowrap px-3 py-2">
        <TimeText at={block.at} />
      </td>
      <td className="px-3 py-2 text-end">{numberText(block.entries)}</td>
      <td className="px-3 py-2 text-end">{numberText(block.index)}</td>
      <td className="px-3 py-2">
        <ShortHash hash={block.hash} />
      </td>
      <td className="px-3 py-2 text-ink-soft">
        <ShortHash hash={block.previousHash} />
      </td>
    </tr>
  );
}
