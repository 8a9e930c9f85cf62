/** A field that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The mark that spreadsheets ask for before UTF-8. */
const MARK = '\uFEFF';

/** Values of one line of a table. */
export type CsvRow = readonly (string | number)[];

/**
 * A table as a CSV file (RFC 4180), the first row its heading, in UTF-8 with the mark that spreadsheets ask for. Text that a spreadsheet
 * would run as a formula begins with an apostrophe.
 */
export const csvResponse = (name: string, rows: readonly CsvRow[]): Response =>
  new Response(MARK + rows.map(lineOf).join(''), { headers: headersOf(name) });

/** As {@link csvResponse}, of a table that is read while it is sent: of any length in the memory of its longest piece. */
export function csvStreamResponse(name: string, pieces: AsyncIterator<readonly CsvRow[]>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(MARK)),
    pull: async (stream) => {
      const { done, value } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value.map(lineOf).join('')));
    },
    cancel: async () => void (await pieces.return?.()),
  });
  return new Response(body, { headers: headersOf(name) });
}

const headersOf = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8; header=present',
  'content-disposition': `attachment; filename="${name}.csv"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});

const lineOf = (row: CsvRow): string => `${row.map(field).join(',')}\r\n`;

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
