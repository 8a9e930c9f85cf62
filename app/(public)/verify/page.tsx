import type { Metadata } from 'next';
import { verifyTexts } from '../../../components/texts/en/verify.ts';
import { askedByAddress } from './asked-by-address.ts';
import { VerifyAtThisSite } from './verify-at-this-site.tsx';

export const metadata: Metadata = { title: verifyTexts.title };

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The public check. A form without scripts asks by the query of the address. */
export default async function VerifyPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 50) : '');
  const known = { gtin: text('gtin'), serial: text('serial'), batch: text('batch'), expiry: text('expiry') };
  return <VerifyAtThisSite {...(await askedByAddress(known, 'manual'))} notALink={false} />;
}
