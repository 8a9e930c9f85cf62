import type { TrendFilters, TrendsScreenRow } from '../../lib/queries/trends-screen.ts';
import { numberText } from '../format/number-text.ts';
import { shareText } from '../format/rate-text.ts';
import { trendsTexts } from '../texts/en/trends.ts';
import { Card } from '../ui/card.tsx';
import { FileLink } from './file-link.tsx';

const { coverage: texts } = trendsTexts;

/** How complete the record of each organisation is, the least complete first. */
export function CoverageList({
  coverage,
  filters,
}: Pick<TrendsScreenRow, 'coverage'> & { readonly filters: TrendFilters }) {
  return (
    <Card title={texts.title} aside={<FileLink filters={filters} table="coverage" />}>
      <p className="mb-4 max-w-prose text-ink-soft">{texts.text}</p>
      {coverage.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {coverage.map(({ name, good, total, share }) => (
            <li key={name}>
              <div className="figures flex flex-wrap justify-between gap-x-4">
                <span className="font-medium">{name}</span>
                <span>
                  {shareText(share)}
                  <span className="ms-3 text-ink-soft text-note">
                    {numberText(good)} / {numberText(total)}
                  </span>
                </span>
              </div>
              <progress
                className="bar"
                max={1}
                value={share}
                aria-label={texts.label(name, shareText(share))}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
