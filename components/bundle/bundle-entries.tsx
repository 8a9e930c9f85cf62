import type { ProvenEntry } from '../../lib/evidence/bundle/check-entry.ts';
import { numberText } from '../format/number-text.ts';
import { bundleTexts } from '../texts/en/bundle.ts';

/** More are not drawn; all are checked. */
const MOST_DRAWN = 200;

/** The entries of a bundle, each to be opened: what is shown, what is withheld, what was erased. */
export function BundleEntries({ entries }: { readonly entries: readonly ProvenEntry[] }) {
  const rest = entries.length - MOST_DRAWN;
  return (
    <ol className="flex flex-col divide-y divide-line border-line border-y">
      {entries.slice(0, MOST_DRAWN).map(({ index, id, leaf, fields }) => (
        <li key={id}>
          <details className="py-2">
            <summary className="min-h-9">
              <span className="figures font-medium">{bundleTexts.entry(numberText(index))}</span>{' '}
              <span className="text-ink-soft">
                {leaf.type === 'event'
                  ? new Date(leaf.eventTime).toISOString()
                  : bundleTexts[leaf.type === 'key' ? 'signingKey' : 'statement']}
              </span>
            </summary>
            <dl className="mt-2 flex flex-col gap-2 text-note">
              {fields.map(({ name, state, value }) => (
                <div key={name}>
                  <dt className="break-all font-medium">
                    {name} <span className="font-normal text-ink-soft">{bundleTexts.states[state]}</span>
                  </dt>
                  {state === 'shown' && (
                    <dd className="whitespace-pre-wrap break-all font-mono">{JSON.stringify(value)}</dd>
                  )}
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
      {rest > 0 && <li className="py-2 text-ink-soft">{bundleTexts.more(numberText(rest))}</li>}
    </ol>
  );
}
