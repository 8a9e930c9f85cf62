import { ChevronDown } from 'lucide-react';
import { numberText } from '../format/number-text.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { proveTexts } from '../texts/en/prove.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { ProvenEvent } from './proof.ts';

const { sibling } = proveTexts;

/** The hashes from the entry up to the signed head: each can be computed by hand from the one before. */
export function HashPath({ proven }: { readonly proven: ProvenEvent }) {
  return (
    <details className="group mt-3">
      <summary className="flex list-none items-center gap-1 rounded-small font-medium text-brand text-note">
        {proveTexts.hashes}
        <ChevronDown size={14} aria-hidden className="transition-transform group-open:rotate-180" />
      </summary>
      <ol className="mt-2 flex flex-col gap-1 text-note">
        <Row what={`${proveTexts.leaf} ${numberText(proven.index)}`} hash={proven.leafHash} />
        {proven.path.map(({ side, hash }) => (
          <Row key={hash} what={sibling[side]} hash={hash} />
        ))}
        <Row what={proveTexts.root} hash={proven.root} />
      </ol>
    </details>
  );
}

function Row({ what, hash }: { readonly what: string; readonly hash: string }) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 sm:grid-cols-[12rem_1fr_auto]">
      <span className="text-ink-soft max-sm:col-span-2">{what}</span>
      <code className="truncate font-mono" dir="ltr">
        {hash}
      </code>
      <CopyButton value={hash} what={controlTexts.identifiers.hash} />
    </li>
  );
}
