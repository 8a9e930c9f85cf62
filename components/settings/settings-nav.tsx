'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { PAGE } from '../page-addresses.ts';
import { accountTexts } from '../texts/en/account.ts';
import { joinClasses } from '../ui/join-classes.ts';

const PARTS = [
  ['account', PAGE.settings],
  ['people', PAGE.settingsPeople],
  ['keys', PAGE.settingsKeys],
  ['grants', PAGE.settingsGrants],
  ['log', PAGE.settingsLog],
] as const;

/** What everybody has; the rest is the administrators’. */
const OWN: readonly string[] = ['account', 'log'];

/** The parts of the settings. */
export function SettingsNav({ isAdmin }: { readonly isAdmin: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label={accountTexts.navLabel} className="mb-6 border-line border-b">
      <ul className="flex flex-wrap gap-x-1">
        {PARTS.filter(([name]) => isAdmin || OWN.includes(name)).map(([name, href]) => (
          <li key={name}>
            <Link
              href={href}
              prefetch={false}
              aria-current={path === href ? 'page' : undefined}
              className={joinClasses(
                'flex min-h-11 items-center whitespace-nowrap border-b-2 px-3',
                path === href
                  ? 'border-brand font-semibold text-brand'
                  : 'border-transparent text-ink-soft hover:text-ink',
              )}
            >
              {accountTexts.sections[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
