import type { ActionAnswer, ProblemData } from '../../components/ui/problem-data.ts';
import { ANSWERS } from '../../lib/http/answers.ts';

/** An action that was refused, as a component shows it. */
export const refused = (problem: ProblemData): ActionAnswer<never> => ({ ok: false, problem });

/** What was sent has not the shape that our own pages send. */
export const MALFORMED = refused({
  code: 'body/invalid',
  title: 'The page sent something that cannot be understood.',
  detail: 'Load the page again. If it comes back, tell the platform’s operator.',
});

/** The words of the interface for a code, where it has some. */
export function titleOf(code: string): string {
  const known: Readonly<Record<string, readonly [number, string, ...unknown[]]>> = ANSWERS;
  return `${known[code]?.[1] ?? 'This could not be recorded'}.`;
}
