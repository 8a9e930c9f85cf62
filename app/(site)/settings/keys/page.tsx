import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { KeysScreen } from '../../../../components/settings/keys-screen.tsx';
import { keysTexts } from '../../../../components/texts/en/keys.ts';
import { keysScreen } from '../../../../lib/queries/keys-screen.ts';
import { requestTime } from '../../../session/request-time.ts';
import { requireScope } from '../../../session/require-scope.ts';
import { makeKey, revokeKey } from './actions.ts';

export const metadata: Metadata = { title: keysTexts.title };

export default async function KeysPage() {
  const keys = await keysScreen(await requireScope(), requestTime());
  if (!keys) notFound();
  return <KeysScreen keys={keys} make={makeKey} revoke={revokeKey} />;
}
