import { CheckCircle2, TriangleAlert, Wrench } from 'lucide-react';
import type { SelfTestFinding } from '../../../lib/scan/self-test-finding.ts';
import { selfTestAdvice, selfTestTexts } from '../../texts/en/self-test.ts';

/** Findings that Vialog puts right by itself; the others tell what would be safer. */
const PUT_RIGHT = new Set<SelfTestFinding['code']>([
  'self-test/keyboard-layout',
  'self-test/caps-lock',
  'self-test/letter-case',
  'self-test/separator-replaced',
  'self-test/added-text',
]);

function outcomeOf(findings: readonly SelfTestFinding[], kept: boolean) {
  if (!kept) return { ...selfTestTexts.failed, Icon: TriangleAlert };
  const corrected = findings.some(({ code }) => PUT_RIGHT.has(code));
  return corrected
    ? { ...selfTestTexts.corrected, Icon: Wrench }
    : { ...selfTestTexts.passed, Icon: CheckCircle2 };
}

/** What the self-test came to: one sentence, then each thing found with what to do about it. */
export function SelfTestResult({
  findings,
  kept,
}: {
  readonly findings: readonly SelfTestFinding[];
  readonly kept: boolean;
}) {
  const { heading, text, Icon } = outcomeOf(findings, kept);
  return (
    <section aria-live="polite" className="rounded-card border border-line-strong bg-surface p-4 sm:p-6">
      <h2 className="flex items-center gap-3 font-semibold text-lead">
        <Icon aria-hidden size={24} className="shrink-0" />
        {heading}
      </h2>
      <p className="mt-2 max-w-prose">{text}</p>
      {findings.length > 0 && (
        <ul className="mt-4 flex max-w-prose flex-col gap-4">
          {findings.map((finding) => {
            const { found, advice } = selfTestAdvice(finding);
            return (
              <li key={finding.code} className="border-line-strong border-s-4 ps-4">
                <p className="font-medium">{found}</p>
                <p className="text-ink-soft">{advice}</p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
