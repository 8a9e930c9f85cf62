import type { FindingListFilters } from '../../lib/queries/findings-screen.ts';
import { PAGE } from '../page-addresses.ts';
import { addressWith } from '../ui/address-with.ts';

const KINDS: readonly NonNullable<FindingListFilters['kind']>[] = ['data-quality', 'case'];
const STATUSES: readonly NonNullable<FindingListFilters['status']>[] = [
  'pending',
  'open',
  'withdrawn',
  'closed',
];

/** The address of the list under these filters. */
export const anomaliesAddress = (filters: FindingListFilters): string =>
  addressWith(PAGE.anomalies, { ...filters });

/** Reads the filters of an address; whatever is no filter is passed over. */
export function parseFindingFilters(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): FindingListFilters {
  const one = (name: string): string | undefined => {
    const value = query[name];
    // No text that is stored holds a NUL, and PostgreSQL takes none.
    return typeof value === 'string' && value !== '' && !value.includes('\0') ? value : undefined;
  };
  const severity = ([1, 2, 3, 4, 5] as const).find((grade) => String(grade) === one('severity'));
  return {
    severity,
    kind: KINDS.find((kind) => kind === one('kind')),
    status: STATUSES.find((status) => status === one('status')),
    detector: one('detector'),
    country: one('country'),
    q: one('q'),
    after: one('after'),
  };
}

/** True where the list is not narrowed. */
export const isUnfiltered = ({ after: _page, ...filters }: FindingListFilters): boolean =>
  Object.values(filters).every((value) => value === undefined);
