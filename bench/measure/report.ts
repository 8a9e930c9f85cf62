/** A ratio and what it should be. */
export interface Goal {
  readonly ratio: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What a benchmark found. */
export interface Report {
  readonly bench: string;
  /** How it was measured, in one line. */
  readonly how: string;
  /** Rows of the table: what was measured, ours, and what it is compared with. */
  readonly rows: readonly (readonly [what: string, ours: string, plain: string])[];
  readonly goals: Readonly<Record<string, Goal>>;
  /** Whatever else is worth keeping. */
  readonly more?: Readonly<Record<string, number>>;
}

const isMet = ({
  ratio,
  atLeast = Number.NEGATIVE_INFINITY,
  atMost = Number.POSITIVE_INFINITY,
}: Goal): boolean => ratio >= atLeast && ratio <= atMost;

const wanted = ({ atLeast, atMost }: Goal): string =>
  atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;

/** Prints the table for people and one line of JSON for programs. */
export function report({ bench, how, rows, goals, more }: Report): void {
  const lines = [
    ['', 'Vialog', 'compared with'],
    ...rows,
    ...Object.entries(goals).map(([name, goal]) => [
      name,
      round(goal.ratio).toString(),
      `${wanted(goal)}: ${isMet(goal) ? 'met' : 'NOT MET'}`,
    ]),
  ];
  const width = (column: number): number => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  const [first, second] = [width(0), width(1)];
  console.log(`\n${bench}: ${how}\n`);
  for (const [what = '', ours = '', plain = ''] of lines)
    console.log(`  ${what.padEnd(first)}  ${ours.padStart(second)}  ${plain}`);
  const told = Object.fromEntries(
    Object.entries(goals).map(([name, goal]) => [
      name,
      { ...goal, ratio: round(goal.ratio), met: isMet(goal) },
    ]),
  );
  console.log(`\n${JSON.stringify({ bench, goals: told, ...more })}`);
}

const round = (ratio: number): number => Math.round(ratio * 1000) / 1000;
