import { type IdentifierKind, identifierGroups } from '../format/identifier-groups.ts';
import { controlTexts } from '../texts/en/controls.ts';
import { CopyButton } from './copy-button.tsx';
import { joinClasses } from './join-classes.ts';

interface IdentifierProps {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly copy?: boolean;
  readonly className?: string;
}

/**
 * An identifier as people read and compare it: one width per character, in groups, never broken across lines.
 * The gaps between groups are space drawn, not characters, so that selecting it gives the identifier itself.
 */
export function Identifier({ kind, value, copy = true, className }: IdentifierProps) {
  const name = controlTexts.identifiers[kind];
  return (
    <span className={joinClasses('inline-flex max-w-full items-center gap-1 align-bottom', className)}>
      <span className="inline-flex gap-[0.6ch] overflow-x-auto whitespace-nowrap font-mono" dir="ltr">
        {identifierGroups(kind, value).map(({ at, text }) => (
          <span key={at}>{text}</span>
        ))}
      </span>
      {copy && <CopyButton value={value} what={name} />}
    </span>
  );
}
