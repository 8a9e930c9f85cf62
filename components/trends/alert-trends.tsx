import Link from 'next/link';
import type { TrendCause, TrendFilters, TrendsScreenRow } from '../../lib/queries/trends-screen.ts';
import { dateText } from '../format/date-text.ts';
import { numberText } from '../format/number-text.ts';
import { rateText } from '../format/rate-text.ts';
import { trendsTexts } from '../texts/en/trends.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FileLink } from './file-link.tsx';
import { RateColumns } from './rate-columns.tsx';
import { trendsAddress } from './trends-address.ts';

const { alerts: texts } = trendsTexts;

type AlertTrendsProps = Pick<TrendsScreenRow, 'periods' | 'scans' | 'causes'> & {
  readonly filters: TrendFilters;
};

/** Alerts by cause: each with its number, its rate and its course, all to one scale, and every number below. */
export function AlertTrends({ periods, scans, causes, filters }: AlertTrendsProps) {
  const most = Math.max(0, ...causes.flatMap(({ rates }) => rates.map((rate) => rate ?? 0)));
  return (
    <Card title={texts.title} aside={<FileLink filters={filters} table="alerts" />}>
      <p className="mb-4 text-ink-soft">{texts.scans(scans)}</p>
      {causes.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <>
          <ul className="divide-y divide-line border-line border-y">
            {causes.map((cause) => (
              <CauseLine key={cause.detector} cause={cause} most={most} filters={filters} />
            ))}
          </ul>
          <EveryNumber periods={periods} causes={causes} />
        </>
      )}
    </Card>
  );
}

interface CauseLineProps {
  readonly cause: TrendCause;
  readonly most: number;
  readonly filters: TrendFilters;
}

const CauseLine = ({ cause: { detector, name, alerts, rate, rates }, most, filters }: CauseLineProps) => (
  <li className="grid items-center gap-x-6 py-2 sm:grid-cols-[14rem_1fr]">
    <div>
      <Link
        prefetch={false}
        href={trendsAddress({ ...filters, cause: detector })}
        className="rounded-small font-medium text-brand hover:underline"
      >
        {name}
      </Link>
      <p className="figures text-note">
        <strong className="font-semibold">
          {rate === null ? trendsTexts.noRate : texts.rate(rateText(rate))}
        </strong>
        <span className="ms-3 text-ink-soft">{texts.count(alerts)}</span>
      </p>
    </div>
    <RateColumns name={name} rates={rates} most={most} />
  </li>
);

/** The alternative of the drawings: a line for each period. */
function EveryNumber({ periods, causes }: Pick<TrendsScreenRow, 'periods' | 'causes'>) {
  return (
    <details className="mt-4">
      <summary className="rounded-small font-medium text-brand">{texts.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="mt-3 max-h-96 overflow-auto" tabIndex={0} aria-label={texts.table}>
        <table className="w-full text-note">
          <thead>
            <tr className="border-line border-b">
              <th className="py-1 pe-4 text-start font-normal">{texts.period}</th>
              <th className="py-1 pe-4 text-end font-normal">{texts.scansColumn}</th>
              {causes.map(({ detector, name }) => (
                <th key={detector} className="py-1 pe-4 text-end font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map(({ from, scans }, at) => (
              <tr key={from} className="border-line border-b last:border-0">
                <th scope="row" className="whitespace-nowrap py-1 pe-4 text-start font-normal">
                  {dateText(from)}
                </th>
                <td className="py-1 pe-4 text-end">{numberText(scans)}</td>
                {causes.map(({ detector, counts }) => (
                  <td key={detector} className="py-1 pe-4 text-end">
                    {numberText(counts[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
