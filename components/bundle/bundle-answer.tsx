import { ShieldCheck, ShieldX } from 'lucide-react';
import type { BundleFault } from '../../lib/evidence/bundle/bundle-fault.ts';
import type { VerifiedBundle } from '../../lib/evidence/bundle/verify-bundle.ts';
import { numberText } from '../format/number-text.ts';
import { bundleFaultText, bundleTexts } from '../texts/en/bundle.ts';
import { BundleEntries } from './bundle-entries.tsx';

/** What a bundle that holds proves, and what it does not. */
export function BundleAnswer({
  bundle,
  siteKeys,
}: {
  readonly bundle: VerifiedBundle;
  readonly siteKeys: readonly string[];
}) {
  return (
    <div className="flex flex-col gap-4 rounded-card border-2 border-brand bg-surface p-5">
      <h2 className="flex items-center gap-2 font-semibold text-brand text-lead">
        <ShieldCheck size={24} aria-hidden />
        {bundleTexts.holds}
      </h2>
      <p className="break-words font-medium">{aboutText(bundle.about)}</p>
      <ul className="flex flex-col gap-2">
        {sentences(bundle, siteKeys).map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
      <BundleEntries entries={bundle.entries} />
      {bundle.finding !== null && (
        <details>
          <summary className="min-h-9 font-medium text-brand">{bundleTexts.finding}</summary>
          <pre className="mt-2 whitespace-pre-wrap break-words font-mono text-note">
            {JSON.stringify(bundle.finding, null, 2)}
          </pre>
        </details>
      )}
    </div>
  );
}

function sentences(bundle: VerifiedBundle, siteKeys: readonly string[]): readonly string[] {
  const { entries, origin, size, witnesses, cosigners, subjects, observations } = bundle;
  return [
    bundleTexts.head(numberText(entries.length), origin, numberText(size)),
    witnesses === 0
      ? bundleTexts.noWitnesses
      : bundleTexts.witnesses(numberText(cosigners.length), numberText(witnesses)),
    keySentence(bundle, siteKeys),
    ...subjects.map(({ id, events, whole }) =>
      whole ? bundleTexts.whole(id, numberText(events)) : bundleTexts.part(id, numberText(events)),
    ),
    ...signedSentence(bundle),
    ...(observations > 0 ? [bundleTexts.observations(numberText(observations))] : []),
    bundleTexts.made(bundle.madeAt, bundle.reader),
    bundleTexts.sealed(bundle.sealKey),
  ];
}

function signedSentence({ signatures }: VerifiedBundle): readonly string[] {
  const count = (who: string) => signatures.filter((one) => one === who).length;
  const [own, platform] = [count('organisation'), count('platform')];
  return own + platform === 0 ? [] : [bundleTexts.signed(numberText(own), numberText(platform))];
}

function keySentence({ logKeyGiven, logKey }: VerifiedBundle, siteKeys: readonly string[]): string {
  if (logKeyGiven) return bundleTexts.given;
  return siteKeys.includes(logKey) ? bundleTexts.ofThisSite : bundleTexts.ownKey;
}

function aboutText(about: VerifiedBundle['about']): string {
  switch (about.kind) {
    case 'pack':
      return bundleTexts.about.pack(about.gtin, about.serial);
    case 'batch':
      return bundleTexts.about.batch(about.gtin, about.lot);
    case 'case':
      return bundleTexts.about.case(about.finding);
  }
}

/** Why a file proves nothing, loudly. */
export function BundleRefused({ fault }: { readonly fault: BundleFault }) {
  return (
    <div className="flex flex-col gap-2 rounded-card bg-ink p-5 text-canvas">
      <h2 className="flex items-center gap-2 font-semibold text-title">
        <ShieldX size={24} aria-hidden />
        {bundleTexts.fails}
      </h2>
      <p className="font-medium">{bundleFaultText[fault.code]}</p>
      <p>{bundleTexts.failsText}</p>
      {fault.at !== '' && <p className="break-all text-note">{bundleTexts.at(fault.at)}</p>}
      <p className="break-all font-mono text-note" dir="ltr">
        {fault.code}
        {fault.because !== undefined && ` (${fault.because})`}
      </p>
    </div>
  );
}
