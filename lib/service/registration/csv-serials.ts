import { ok, type Result } from '../../kernel/result.ts';
import type { SerialReader } from './serial-reader.ts';

const HEADINGS = new Set(['serial', 'serialnumber', 'serialno', 'sn', 'ai21', '21', '(21)']);

/** A line that is longer is cut: it holds no serial number, and a file without line ends must not fill the memory. */
const LONGEST_LINE = 4_096;

/**
 * The serial numbers in a CSV or text file: one in a line, or the column headed `serial`, `SN` or `(21)`. Commas, semicolons and tabs
 * part columns; double quotes hold a value together. Empty lines are passed over, and so is a byte order mark.
 */
export function csvSerials(): SerialReader {
  let rest = '';
  let column: number | undefined;
  const serialIn = (line: string): readonly string[] => {
    const cells = cellsOf(line.slice(0, LONGEST_LINE));
    if (cells.every((cell) => cell === '')) return [];
    if (column !== undefined) return [cells[column] ?? ''];
    const heading = cells.findIndex((cell) => HEADINGS.has(plain(cell)));
    column = Math.max(0, heading);
    return heading === -1 ? [cells[0] ?? ''] : [];
  };
  const linesOf = (text: string, isLast: boolean): readonly string[] => {
    const lines = text.split(/\r\n|\n|\r/);
    rest = isLast ? '' : (lines.pop() ?? '').slice(0, LONGEST_LINE);
    return lines;
  };
  const read = (piece: string, isLast: boolean): Result<readonly string[], never> => {
    const text = column === undefined && rest === '' ? piece.replace(/^\uFEFF/, '') : rest + piece;
    // The line feed of a pair may come with the next piece; alone it ends an empty line, which is passed over.
    return ok(linesOf(text, isLast).flatMap(serialIn));
  };
  return { read: (piece) => read(piece, false), end: () => read('', true) };
}

const plain = (cell: string): string => cell.toLowerCase().replaceAll(/[\s_-]/g, '');

function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const [found = '', quoted, bare, separator] =
      /^\s*(?:"((?:[^"]|"")*)"\s*|([^,;\t]*))([,;\t]?)/.exec(rest) ?? [];
    cells.push(quoted === undefined ? (bare ?? '').trim() : quoted.replaceAll('""', '"'));
    rest = rest.slice(found.length);
    if (!separator) return cells;
  }
}
