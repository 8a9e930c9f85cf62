import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppFrame } from '../../components/frame/app-frame.tsx';
import { THEME_COOKIE, themeOf } from '../../components/frame/theme-cookie.ts';
import { demoAccounts } from '../../lib/auth/demo-accounts.ts';
import { frameQuery } from '../../lib/queries/frame.ts';
import { moveToPlace, signOut, stepIntoDemoAccount } from '../session/actions.ts';
import { requireMember } from '../session/require-scope.ts';

export default async function SiteLayout({ children }: { readonly children: ReactNode }) {
  const { scope, name, email, memberships } = await requireMember();
  const [{ places, ...frame }, jar] = await Promise.all([frameQuery(scope), cookies()]);
  const roles = demoAccounts();
  const own = memberships.filter(({ organisation }) => organisation === scope.organisation);
  const isWhole = own.some(({ location }) => location === undefined);
  const open = places.filter(({ gln }) => isWhole || own.some(({ location }) => location === gln));
  return (
    <AppFrame
      {...frame}
      person={{ name, email }}
      theme={themeOf(jar.get(THEME_COOKIE)?.value)}
      signOut={signOut}
      places={
        isWhole || open.length > 1
          ? { all: open, isWhole, current: scope.location ?? null, moveTo: moveToPlace }
          : null
      }
      demo={roles ? { roles, switchTo: stepIntoDemoAccount } : null}
    >
      {children}
    </AppFrame>
  );
}
