import { frameTexts } from '../texts/en/frame.ts';
import { joinClasses } from '../ui/join-classes.ts';
import type { AppFrameProps } from './frame-data.ts';

interface DemoStripProps {
  readonly demo: NonNullable<AppFrameProps['demo']>;
  /** The e-mail address of the account in use, `null` on the sign-in page. */
  readonly current: string | null;
}

/** Says that this is the demo world, and steps into another role with one click. */
export function DemoStrip({ demo, current }: DemoStripProps) {
  const { label, sentence, switch: stepInto } = frameTexts.demo;
  return (
    <form
      action={demo.switchTo}
      aria-label={label}
      method={typeof demo.switchTo === 'string' ? 'post' : undefined}
      className="flex items-center gap-x-3 overflow-x-auto whitespace-nowrap border-line border-b bg-brand-soft px-4 py-1 text-ink text-note print:hidden"
    >
      <span className="max-md:hidden">{sentence}</span>
      <span className="text-ink-soft">{stepInto}</span>
      {demo.roles.map(({ role, organisation, email }, at) => (
        <button
          key={email}
          type="submit"
          name="email"
          value={email}
          title={organisation}
          aria-current={email === current || undefined}
          className={joinClasses(
            'min-h-7 rounded-small px-2 -outline-offset-2',
            email === current ? 'bg-brand font-semibold text-on-brand' : 'hover:bg-surface',
          )}
        >
          {`${frameTexts.roles[role]}${turnText(demo.roles.slice(0, at).filter((other) => other.role === role).length)}`}
        </button>
      ))}
    </form>
  );
}

/** Nothing behind the first of a role, then 2, 3 and so on. */
const turnText = (before: number): string => (before === 0 ? '' : ` ${before + 1}`);
