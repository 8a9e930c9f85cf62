import type { OrgScope } from '../../custody/org-scope.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { loadRowResults, type RowResult } from '../../service/registration/load-rows.ts';
import { type CsvRow, csvStreamResponse } from '../csv-response.ts';
import { problem, response } from '../problem.ts';
import type { NumberedPage } from './parse-page.ts';

/** Rows that are read and sent together. */
const PIECE = 5_000;

/** A page of the rows of a registration with what became of each; all of them as a CSV file to whoever accepts `text/csv`. */
export async function registrationRowsResponse(
  scope: OrgScope,
  id: string,
  { request, page }: { readonly request: Request; readonly page: NumberedPage },
): Promise<Response> {
  const url = new URL(request.url);
  const onlyFaulty = url.searchParams.get('only') === 'faulty';
  const first = await loadRowResults(scope, id, { afterRow: page.after, limit: page.limit, onlyFaulty });
  if (!first) return problem({ code: 'not-found' });
  const isFile =
    url.searchParams.get('format') === 'csv' || request.headers.get('accept')?.startsWith('text/csv');
  if (isFile) return csvStreamResponse(onlyFaulty ? 'faulty-rows' : 'rows', allRows(scope, id, onlyFaulty));
  const last = first.length === page.limit ? first.at(-1) : undefined;
  const only = onlyFaulty ? '&only=faulty' : '';
  return response({
    status: 200,
    body: {
      rows: first.map((row): Json => ({ ...row })),
      next: last ? `${url.pathname}?after=${last.row}&limit=${page.limit}${only}` : null,
    },
  });
}

async function* allRows(scope: OrgScope, id: string, onlyFaulty: boolean): AsyncGenerator<readonly CsvRow[]> {
  yield [['row', 'serial', 'result']];
  let afterRow = 0;
  for (;;) {
    const rows = (await loadRowResults(scope, id, { afterRow, limit: PIECE, onlyFaulty })) ?? [];
    yield rows.map(lineOf);
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) return;
    afterRow = last.row;
  }
}

const lineOf = ({ row, serial, result }: RowResult): CsvRow => [row, serial ?? '', result];
