/** Rows as lines of aligned columns under their headings; absent values are shown as a dash. */
export function tableLines(
  headings: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): readonly string[] {
  const cells = [
    headings,
    ...rows.map((row) => row.map((cell) => (cell === undefined || cell === '' ? '-' : cell))),
  ];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
