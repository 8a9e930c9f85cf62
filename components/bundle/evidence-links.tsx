import { PAGE } from '../page-addresses.ts';
import { bundleTexts } from '../texts/en/bundle.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Card } from '../ui/card.tsx';

const { evidence } = bundleTexts;

/** Leads to the bundle at `address` of the interface, and to its covers. A regulator's reason travels with it. */
export function EvidenceLinks({
  address,
  reason,
}: {
  readonly address: string;
  readonly reason?: string | undefined;
}) {
  const to = (form: string) => {
    const query = new URLSearchParams({ form, ...(reason !== undefined && { reason }) });
    return `${address}?${query}`;
  };
  return (
    <Card title={evidence.title} className="print:hidden">
      <p className="max-w-prose text-ink-soft">{evidence.text}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <a href={to('json')} download className={buttonClass('secondary')}>
          {evidence.file}
        </a>
        <a href={to('pdf')} download className={buttonClass('secondary')}>
          {evidence.pdf}
        </a>
        <a href={to('html')} target="_blank" rel="noreferrer" className={buttonClass('quiet')}>
          {evidence.html}
        </a>
        <a href={PAGE.verifyBundle} className={buttonClass('quiet')}>
          {evidence.check}
        </a>
      </p>
    </Card>
  );
}
