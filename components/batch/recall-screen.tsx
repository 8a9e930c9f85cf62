import { Download } from 'lucide-react';
import Link from 'next/link';
import type { RecallScreenRow } from '../../lib/queries/recall-screen.ts';
import { batchAddress } from '../page-addresses.ts';
import { batchTexts } from '../texts/en/batch.ts';
import { recallTexts } from '../texts/en/recall.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';

/** How far the recall of a batch has come, organisation by organisation. */
export function RecallScreen({ gtin, lot, productName, recalls, country, rows, nextHref }: RecallScreenRow) {
  const file = `/api/v1/batches/${gtin}/${encodeURIComponent(lot)}/recall`;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHead
        title={recallTexts.heading(lot)}
        action={
          <Link href={batchAddress(gtin, lot)} className={buttonClass('secondary')}>
            {recallTexts.back}
          </Link>
        }
      >
        {productName}
      </PageHead>
      <Card title={batchTexts.recalls}>
        <ul className="flex flex-col gap-2">
          {recalls.map(({ event, by, on, recallClass, reach }) => (
            <li key={event}>
              <strong className="font-semibold">{batchTexts.recalled(by, on)}</strong>
              {recallClass !== null && `, ${batchTexts.recallClass(recallClass)}`}
              {`, ${reach.length === 0 ? batchTexts.everywhere : batchTexts.reach(reach)}`}
            </li>
          ))}
        </ul>
      </Card>
      <Card
        title={recallTexts.coverage}
        aside={
          <a href={file} download className={buttonClass('secondary', 'small')}>
            <Download size={16} aria-hidden />
            {recallTexts.download}
          </a>
        }
      >
        <p className="mb-3 text-ink-soft">
          {country === null ? recallTexts.explained : recallTexts.explainedToRegulator}
          {country !== null && ` ${recallTexts.ownCountry(country)}`}
        </p>
        {rows.length === 0 ? <p>{recallTexts.none}</p> : <CoverageTable rows={rows} />}
        <Pager firstHref={null} nextHref={nextHref} />
      </Card>
    </div>
  );
}

const COUNTS = ['found', 'supplied', 'unknown'] as const;

function CoverageTable({ rows }: Pick<RecallScreenRow, 'rows'>) {
  const { columns } = recallTexts;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={recallTexts.coverage}>
      <table className="w-full">
        <thead>
          <tr className="border-line border-b text-note">
            <th className="py-2 pe-4 text-start font-normal">{columns.organisation}</th>
            <th className="py-2 pe-4 text-start font-normal">{columns.country}</th>
            {COUNTS.map((name) => (
              <th key={name} className="py-2 ps-4 text-end font-normal">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-line border-b last:border-0">
              <th scope="row" className="py-2 pe-4 text-start font-medium">
                {row.name ?? recallTexts.others(row.organisations)}
              </th>
              <td className="py-2 pe-4">{row.country}</td>
              {COUNTS.map((name) => (
                <td
                  key={name}
                  className={`figures py-2 ps-4 text-end ${name === 'unknown' ? 'font-semibold' : ''}`}
                >
                  {recallTexts.number(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
