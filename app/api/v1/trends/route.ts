import { parseTrendFilters, TREND_TABLES } from '../../../../components/trends/trends-address.ts';
import { csvResponse } from '../../../../lib/http/csv-response.ts';
import { problem } from '../../../../lib/http/problem.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../lib/kernel/instant.ts';
import { trendsFile } from '../../../../lib/queries/trends-file.ts';

/** A table of the trends as a CSV file, under the filters of their page. */
export const GET = withScope('query', async (scope, request) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const part = TREND_TABLES.find((table) => table === query['table']);
  if (!part) return problem({ code: 'not-found', path: 'table', detail: 'There is no such table.' });
  const filters = parseTrendFilters(query);
  return csvResponse(`trends-${part}`, await trendsFile(scope, { filters, part }, momentOf(Date.now())));
});
