import type { Metadata } from 'next';
import { SecondFactorScreen } from '../../../components/sign-in/second-factor-screen.tsx';
import { signInTexts } from '../../../components/texts/en/sign-in.ts';
import { localPath } from '../../session/local-path.ts';
import { giveFactor } from '../../session/sign-in-actions.ts';

export const metadata: Metadata = { title: signInTexts.second.title };

export default async function SecondFactorPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}) {
  return <SecondFactorScreen give={giveFactor} next={localPath((await searchParams).next)} />;
}
