import { Download } from 'lucide-react';
import type { TrendFilters } from '../../lib/queries/trends-screen.ts';
import { trendsTexts } from '../texts/en/trends.ts';
import { buttonClass } from '../ui/button-class.ts';
import { type TrendTable, trendsFileAddress } from './trends-address.ts';

/** A table of the page as a file. */
export const FileLink = ({
  filters,
  table,
}: {
  readonly filters: TrendFilters;
  readonly table: TrendTable;
}) => (
  <a href={trendsFileAddress(filters, table)} download className={buttonClass('quiet', 'small')}>
    <Download size={16} aria-hidden />
    {trendsTexts.file}
  </a>
);
