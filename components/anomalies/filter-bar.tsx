'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PAGE } from '../page-addresses.ts';
import { anomaliesTexts } from '../texts/en/anomalies.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { severityTexts } from '../texts/en/severity.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import type { AnomaliesScreenProps } from './anomalies-data.ts';
import { isUnfiltered } from './finding-address.ts';

const { filters: texts, kinds, statuses } = anomaliesTexts;
const GRADES = [5, 4, 3, 2, 1] as const;

/** The filters, as a form whose answer is an address. A choice takes effect at once, words on Enter. */
export function FilterBar({
  filters,
  detectors,
  countries,
}: Pick<AnomaliesScreenProps, 'filters' | 'detectors' | 'countries'>) {
  return (
    <form
      action={PAGE.anomalies}
      key={JSON.stringify(filters)}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
      }}
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <label className="min-w-48 grow">
        <span className="mb-1 block text-ink-soft text-note">{texts.q}</span>
        <span className="relative block">
          <Search
            size={16}
            aria-hidden
            className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft"
          />
          <input
            name="q"
            type="search"
            defaultValue={filters.q}
            placeholder={texts.qHint}
            className="field ps-9"
          />
        </span>
      </label>
      <div className="flex items-end gap-3 max-sm:w-full max-sm:overflow-x-auto max-sm:pb-2">
        <Select name="severity" label={texts.severity} value={filters.severity}>
          {GRADES.map((grade) => (
            <option key={grade} value={grade}>
              {severityTexts.words[grade]}
            </option>
          ))}
        </Select>
        <Select name="kind" label={texts.kind} value={filters.kind}>
          {Object.entries(kinds).map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </Select>
        <Select name="status" label={texts.status} value={filters.status}>
          {Object.entries(statuses).map(([status, word]) => (
            <option key={status} value={status}>
              {word}
            </option>
          ))}
        </Select>
        <Select name="detector" label={texts.detector} value={filters.detector}>
          {detectors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="country" label={texts.country} value={filters.country}>
          {countries.map((country) => (
            <option key={country} value={country}>
              {country}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit">{controlTexts.table.apply}</Button>
      {!isUnfiltered(filters) && (
        <Link href={PAGE.anomalies} className={buttonClass('quiet')}>
          {controlTexts.table.clearFilters}
        </Link>
      )}
    </form>
  );
}

function Select({
  name,
  label,
  value,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | number | undefined;
  readonly children: ReactNode;
}) {
  return (
    <label className="w-36 shrink-0">
      <span className="mb-1 block text-ink-soft text-note">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="field">
        <option value="">{texts.any}</option>
        {children}
      </select>
    </label>
  );
}
