import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { PackScreen } from '../../../../../components/pack/pack-screen.tsx';
import { ReasonForm } from '../../../../../components/pack/reason-form.tsx';
import { parseGtin } from '../../../../../lib/gs1/gtin.ts';
import { parseSerial } from '../../../../../lib/gs1/serial.ts';
import { packScreen } from '../../../../../lib/queries/pack-screen.ts';
import { decodedSegment } from '../../../../session/decoded-segment.ts';
import { requestTime } from '../../../../session/request-time.ts';
import { requireScope } from '../../../../session/require-scope.ts';
import { erase } from './actions.ts';

export const metadata: Metadata = { title: 'Pack' };

interface PackPageProps {
  readonly params: Promise<{ readonly gtin: string; readonly serial: string }>;
  readonly searchParams: Promise<{ readonly reason?: string | string[] }>;
}

export default async function PackPage({ params, searchParams }: PackPageProps) {
  const scope = await requireScope();
  const address = await params;
  const gtin = parseGtin(address.gtin);
  const serial = parseSerial(decodedSegment(address.serial));
  if (!gtin.ok || !serial.ok) notFound();
  const { reason } = await searchParams;
  // What a link fetches ahead is not opened yet, and a reason is logged once it is.
  // PostgreSQL takes no NUL.
  const given =
    typeof reason === 'string' && !(await isFetchedAhead()) ? reason.replaceAll('\0', ' ') : undefined;
  const answer = await packScreen(scope, { gtin: gtin.value, serial: serial.value }, requestTime(), given);
  switch (answer.kind) {
    case 'reason-needed':
      return <ReasonForm gtin={gtin.value} serial={serial.value} />;
    case 'nothing':
      return notFound();
    case 'shown':
      return <PackScreen pack={answer.pack} reason={given} erase={erase} />;
  }
}

const isFetchedAhead = async (): Promise<boolean> => {
  const asked = await headers();
  return asked.has('next-router-prefetch') || asked.get('sec-purpose')?.includes('prefetch') === true;
};
