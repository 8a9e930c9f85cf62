import { accountTexts } from '../texts/en/account.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PasskeyCard } from './passkey-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionCard } from './session-card.tsx';
import type { AccountScreenProps } from './settings-data.ts';
import { SettingsNav } from './settings-nav.tsx';

/** How somebody signs in, and where they are signed in. */
export function AccountScreen(props: AccountScreenProps) {
  const { account, factor, passkey, endSession, signOutEverywhere, isAdmin } = props;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={accountTexts.title}>
        {account.name} · <span className="break-all">{account.email}</span>
      </PageHead>
      <SettingsNav isAdmin={isAdmin} />
      <div className="flex flex-col gap-6">
        <SecondFactorCard
          secondFactor={account.secondFactor}
          isDemanded={account.isDemanded}
          actions={factor}
        />
        <PasskeyCard passkeys={account.passkeys} actions={passkey} />
        <SessionCard sessions={account.sessions} end={endSession} signOutEverywhere={signOutEverywhere} />
      </div>
    </div>
  );
}
