'use client';

import type { ReactNode } from 'react';
import type { TrendFilters, TrendsScreenRow } from '../../lib/queries/trends-screen.ts';
import { PAGE } from '../page-addresses.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { trendsTexts } from '../texts/en/trends.ts';
import { Button } from '../ui/button.tsx';
import { SITE_ORDERS, TREND_DAYS } from './trends-address.ts';

const { filters: texts, sorts } = trendsTexts;

interface TrendFilterBarProps {
  readonly filters: TrendFilters;
  readonly choices: TrendsScreenRow['choices'];
}

/** The filters, as a form whose answer is an address. A choice takes effect at once. */
export function TrendFilterBar({ filters, choices }: TrendFilterBarProps) {
  return (
    <form
      action={PAGE.trends}
      key={JSON.stringify(filters)}
      onChange={(event) => event.currentTarget.requestSubmit()}
      className="flex flex-wrap items-end gap-3"
    >
      <Choice name="days" label={texts.days} value={filters.days}>
        {TREND_DAYS.toSorted((a, b) => a - b).map((days) => (
          <option key={days} value={days}>
            {texts.spans[days]}
          </option>
        ))}
      </Choice>
      <Choice name="cause" label={texts.cause} value={filters.cause ?? ''}>
        <option value="">{texts.all}</option>
        {choices.map(({ detector, name }) => (
          <option key={detector} value={detector}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="sort" label={texts.sort} value={filters.sort}>
        {SITE_ORDERS.map((order) => (
          <option key={order} value={order}>
            {sorts[order]}
          </option>
        ))}
      </Choice>
      <Button type="submit">{controlTexts.table.apply}</Button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | number;
  readonly children: ReactNode;
}

const Choice = ({ name, label, value, children }: ChoiceProps) => (
  <label className="min-w-44 grow sm:grow-0">
    <span className="mb-1 block text-ink-soft text-note">{label}</span>
    <select name={name} defaultValue={value} className="field">
      {children}
    </select>
  </label>
);
