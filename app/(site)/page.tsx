import type { Metadata } from 'next';
import { Suspense } from 'react';
import { HomeScreen } from '../../components/home/home-screen.tsx';
import { homeTexts } from '../../components/texts/en/home.ts';
import { SkeletonPage } from '../../components/ui/skeleton.tsx';
import { homeScreen } from '../../lib/queries/home.ts';
import { requestTime } from '../session/request-time.ts';
import { type Member, requireScope } from '../session/require-scope.ts';

export const metadata: Metadata = { title: homeTexts.title };

export default async function HomePage() {
  const scope = await requireScope();
  return (
    <Suspense fallback={<SkeletonPage />}>
      <Home scope={scope} />
    </Suspense>
  );
}

const Home = async ({ scope }: { readonly scope: Member['scope'] }) => (
  <HomeScreen {...(await homeScreen(scope, requestTime()))} />
);
