import { keyText } from '../shipping/delivery-difference.ts';
import { containerTexts as texts } from '../texts/en/containers.ts';
import { Button } from '../ui/button.tsx';
import type { useContents } from './use-contents.ts';

/** What was scanned, each to be taken off the list again. */
export function ScannedContents({ contents }: { readonly contents: ReturnType<typeof useContents> }) {
  const rows = [
    ...contents.units.map((sscc) => ({ key: sscc, name: texts.caseName(sscc) })),
    ...contents.packs.map((pack) => ({ key: keyText(pack), name: pack.serial })),
  ];
  if (rows.length === 0)
    return (
      <div className="py-6 text-center">
        <p className="font-semibold">{texts.empty}</p>
        <p className="text-ink-soft">{texts.emptyText}</p>
      </div>
    );
  return (
    <>
      <p role="status" className="figures font-semibold text-title">
        {texts.scanned(contents.count)}
      </p>
      <ul className="mt-2 max-h-96 divide-y divide-line overflow-y-auto">
        {rows.map(({ key, name }) => (
          <li key={key} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2">
            <span className="break-all font-mono">{name}</span>
            <Button
              kind="quiet"
              size="small"
              aria-label={texts.removeOf(name)}
              onClick={() => contents.remove(key)}
            >
              {texts.remove}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
