import type { Metadata } from 'next';
import { HomeScreen } from '../../components/home/home-screen.tsx';
import { homeTexts } from '../../components/texts/en/home.ts';
import { homeScreen } from '../../lib/queries/home.ts';
import { requestTime } from '../session/request-time.ts';
import { requireScope } from '../session/require-scope.ts';

export const metadata: Metadata = { title: homeTexts.title };

export default async function HomePage() {
  return <HomeScreen {...(await homeScreen(await requireScope(), requestTime()))} />;
}
