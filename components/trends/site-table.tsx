import Link from 'next/link';
import type { TrendFilters, TrendsScreenRow } from '../../lib/queries/trends-screen.ts';
import { numberText } from '../format/number-text.ts';
import { shareText } from '../format/rate-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { trendsTexts } from '../texts/en/trends.ts';
import { Card } from '../ui/card.tsx';
import { FileLink } from './file-link.tsx';
import { trendsAddress } from './trends-address.ts';

const { sites: texts } = trendsTexts;

type Site = TrendsScreenRow['sites'][number];

/** The columns that hold numbers, each with what it orders the table by. */
const COLUMNS: readonly (readonly [
  keyof typeof texts.columns,
  TrendFilters['sort'],
  (site: Site) => string,
])[] = [
  ['scans', 'scans', ({ scans }) => numberText(scans)],
  ['manual', 'manual', ({ manual, scans }) => shareText(manual / scans)],
  ['rescans', 'rescans', ({ rescans, scans }) => shareText(rescans / scans)],
  ['setAsides', 'set-asides', ({ setAsides, scans }) => shareText(setAsides / scans)],
];

type SiteTableProps = Pick<TrendsScreenRow, 'sites' | 'moreSites'> & { readonly filters: TrendFilters };

/** Where scanning goes wrong, and with which software. */
export function SiteTable({ sites, moreSites, filters }: SiteTableProps) {
  return (
    <Card title={texts.title} aside={<FileLink filters={filters} table="sites" />}>
      {sites.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="overflow-x-auto" tabIndex={0} aria-label={texts.title}>
          <table className="w-full">
            <thead>
              <tr className="border-line border-b text-note">
                <th className="py-2 pe-4 text-start font-normal">{texts.columns.site}</th>
                <th className="py-2 pe-4 text-start font-normal">{texts.columns.software}</th>
                {COLUMNS.map(([column, sort]) => (
                  <SortedBy key={column} column={texts.columns[column]} sort={sort} filters={filters} />
                ))}
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <tr
                  key={`${site.organisation}/${site.site}/${site.city}/${site.software}`}
                  className="border-line border-b last:border-0"
                >
                  <th scope="row" className="min-w-48 py-2 pe-4 text-start font-normal">
                    <span className="font-medium">{site.site ?? texts.whole}</span>
                    <span className="block text-ink-soft text-note">
                      {[site.organisation, site.city].filter(Boolean).join(', ')}
                    </span>
                  </th>
                  <td className="py-2 pe-4">{site.software ?? texts.unnamed}</td>
                  {COLUMNS.map(([column, , text]) => (
                    <td key={column} className="py-2 ps-4 text-end">
                      {text(site)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {moreSites && <p className="mt-3 text-ink-soft">{texts.more}</p>}
    </Card>
  );
}

interface SortedByProps {
  readonly column: string;
  readonly sort: TrendFilters['sort'];
  readonly filters: TrendFilters;
}

const SortedBy = ({ column, sort, filters }: SortedByProps) => (
  <th
    aria-sort={filters.sort === sort ? 'descending' : undefined}
    className="whitespace-nowrap py-2 ps-4 text-end font-normal"
  >
    {filters.sort === sort ? (
      <strong className="font-semibold">{column} ↓</strong>
    ) : (
      <Link
        prefetch={false}
        scroll={false}
        href={trendsAddress({ ...filters, sort })}
        aria-label={controlTexts.table.sortBy(column)}
        className="rounded-small text-brand hover:underline"
      >
        {column}
      </Link>
    )}
  </th>
);
