import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { verifyTexts } from '../../../../components/texts/en/verify.ts';
import { packOfLink } from '../../../../lib/http/pack-of-link.ts';
import { askedByAddress } from '../../verify/asked-by-address.ts';
import { VerifyAtThisSite } from '../../verify/verify-at-this-site.tsx';

export const metadata: Metadata = { title: verifyTexts.title, robots: { index: false } };

const NOTHING = { gtin: '', serial: '', batch: '', expiry: '' };

/** What a GS1 Digital Link opens in a person's browser: the public check of the pack that it names. */
export default async function DigitalLinkPage() {
  const pack = packOfLink((await headers()).get('x-vialog-path') ?? '');
  return <VerifyAtThisSite {...(await askedByAddress(pack ?? NOTHING, 'scan'))} notALink={!pack} />;
}
