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
  const { sentence, switch: stepInto } = frameTexts.demo;
  return (
    <form
      action={demo.switchTo}
      method={typeof demo.switchTo === 'string' ? 'post' : undefined}
      className="flex items-center gap-x-3 overflow-x-auto whitespace-nowrap bg-ink px-4 py-1 text-canvas text-note print:hidden"
    >
      <span className="max-md:hidden">{sentence}</span>
      <span className="text-canvas/80">{stepInto}</span>
      {demo.roles.map(({ role, organisation, email }) => (
        <button
          key={email}
          type="submit"
          name="email"
          value={email}
          title={organisation}
          aria-current={email === current || undefined}
          className={joinClasses(
            'min-h-7 rounded-small px-2 focus-visible:outline-canvas',
            email === current ? 'bg-canvas font-semibold text-ink' : 'hover:bg-canvas/15',
          )}
        >
          {frameTexts.roles[role]}
        </button>
      ))}
    </form>
  );
}
