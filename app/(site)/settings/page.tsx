import type { Metadata } from 'next';
import { AccountScreen } from '../../../components/settings/account-screen.tsx';
import { accountTexts } from '../../../components/texts/en/account.ts';
import { accountScreen } from '../../../lib/queries/account-screen.ts';
import {
  addPasskey,
  askPasskey,
  beginFactor,
  confirmFactor,
  endSession,
  removeFactor,
  renewCodes,
  signOutEverywhere,
  takePasskeyAway,
} from '../../session/account-actions.ts';
import { requireMember } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: accountTexts.title };

export default async function SettingsPage() {
  const member = await requireMember();
  return (
    <AccountScreen
      account={await accountScreen(member)}
      factor={{ begin: beginFactor, confirm: confirmFactor, remove: removeFactor, renewCodes }}
      passkey={{ ask: askPasskey, keep: addPasskey, remove: takePasskeyAway }}
      endSession={endSession}
      signOutEverywhere={signOutEverywhere}
      isAdmin={member.scope.userRole === 'admin'}
    />
  );
}
