import Link from 'next/link';
import type { UseLogLine, UseLogRow } from '../../lib/queries/log-of-use-screen.ts';
import { PAGE } from '../page-addresses.ts';
import { accountTexts } from '../texts/en/account.ts';
import { useLogTexts } from '../texts/en/use-log.ts';
import { addressWith } from '../ui/address-with.ts';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { SettingsNav } from './settings-nav.tsx';

interface UseLogScreenProps {
  readonly log: UseLogRow;
  readonly isFirst: boolean;
}

/** The log of sign-ins, of key uses and of what was done, a kind at a time. */
export function UseLogScreen({ log: { kind, kinds, lines, nextBefore }, isFirst }: UseLogScreenProps) {
  const address = (query: Readonly<Record<string, string>>) => addressWith(PAGE.settingsLog, query);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead title={useLogTexts.title}>{useLogTexts.intro}</PageHead>
      <SettingsNav isAdmin={kinds.length > 1} />
      {kinds.length > 1 && (
        <nav aria-label={useLogTexts.kindsLabel} className="mb-4 flex flex-wrap gap-2">
          {kinds.map((each) => (
            <Link
              key={each}
              href={address({ kind: each })}
              prefetch={false}
              aria-current={each === kind ? 'page' : undefined}
              className={buttonClass(each === kind ? 'primary' : 'secondary', 'small')}
            >
              {useLogTexts.kinds[each]}
            </Link>
          ))}
        </nav>
      )}
      {lines.length === 0 ? (
        <EmptyState title={useLogTexts.none} />
      ) : (
        <ul
          aria-label={useLogTexts.kinds[kind]}
          className="divide-y divide-line rounded-card border border-line bg-surface"
        >
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      <Pager
        firstHref={isFirst ? null : address({ kind })}
        nextHref={nextBefore === null ? null : address({ kind, before: nextBefore })}
      />
    </div>
  );
}

function Line({
  line: { at, who, what, means, address, agent, uses, subject, reason },
}: {
  readonly line: UseLogLine;
}) {
  const told = what === null ? null : (EVENTS[what] ?? what);
  const from = [agent, address].filter((part) => part !== null).join(' · ');
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
      <span className="min-w-0">
        <span className="break-all font-medium">{who}</span>{' '}
        <span>
          {told}
          {uses !== null && `${useLogTexts.uses} ${uses}`}
          {means !== null && ` ${useLogTexts.by(accountTexts.means[means])}`}
        </span>
        {subject !== null && <span className="block break-all text-note">{subject}</span>}
        {reason !== null && <span className="block text-ink-soft text-note">{reason}</span>}
      </span>
      <span className="text-ink-soft text-note sm:text-end">
        <TimeText at={at} />
        {from !== '' && <span className="block">{from}</span>}
      </span>
    </li>
  );
}

const EVENTS: Readonly<Record<string, string>> = { ...useLogTexts.events, ...useLogTexts.deeds };
