import { TriangleAlert } from 'lucide-react';
import { durationText } from '../format/duration-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import type { ProblemData } from './problem-data.ts';

/** What went wrong and what it means, in a sentence; the code stands small below, for whoever is asked for it. */
export function Problem({ problem }: { readonly problem: ProblemData }) {
  return (
    <div
      role="alert"
      className="flex gap-3 rounded-control border border-line-strong border-s-4 bg-surface p-4 text-body"
    >
      <TriangleAlert size={20} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{problem.title}</p>
        {problem.detail && <p className="mt-1 text-ink-soft">{problem.detail}</p>}
        {problem.retryAfterSeconds !== undefined && (
          <p className="mt-1">{controlTexts.problem.retryAfter(durationText(problem.retryAfterSeconds))}</p>
        )}
        <p className="mt-1 font-mono text-note text-ink-soft">{controlTexts.problem.code(problem.code)}</p>
      </div>
    </div>
  );
}
