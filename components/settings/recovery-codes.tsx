'use client';

import { Download } from 'lucide-react';
import { accountTexts } from '../texts/en/account.ts';
import { Button } from '../ui/button.tsx';
import { saveFile } from '../ui/save-file.ts';

const { factor: texts } = accountTexts;

/** Recovery codes, shown once, to be kept elsewhere. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <section aria-label={texts.codesTitle} className="rounded-control border border-line p-4">
      <h3 className="font-semibold">{texts.codesTitle}</h3>
      <p className="mt-1 max-w-prose text-ink-soft">{texts.codesText}</p>
      <ul className="my-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-1">
        {codes.map((code) => (
          <li key={code}>
            <code data-recovery className="font-mono" dir="ltr">
              {code}
            </code>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => saveFile(texts.fileName, `${codes.join('\n')}\n`, 'text/plain')}>
        <Download size={16} aria-hidden />
        {texts.save}
      </Button>
    </section>
  );
}
