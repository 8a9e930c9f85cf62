'use client';

import type { FormAction } from '../frame/frame-data.ts';
import { PAGE } from '../page-addresses.ts';
import { PasskeyCard } from '../settings/passkey-card.tsx';
import { SecondFactorCard } from '../settings/second-factor-card.tsx';
import type { AccountScreenProps } from '../settings/settings-data.ts';
import { signInTexts } from '../texts/en/sign-in.ts';
import { buttonClass } from '../ui/button-class.ts';

const { demanded: texts } = signInTexts;

type DemandedScreenProps = Pick<AccountScreenProps, 'account' | 'factor' | 'passkey'> & {
  readonly signOut: FormAction;
};

/** For whom the organisation demands a second factor of and who has given none: how to set one up, and nothing else. */
export function DemandedScreen({ account, factor, passkey, signOut }: DemandedScreenProps) {
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-10">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="mt-1 max-w-prose text-ink-soft">{texts.text}</p>
      </div>
      <SecondFactorCard
        secondFactor={account.secondFactor}
        isDemanded
        actions={factor}
        onConfirmed={() => location.assign(PAGE.home)}
      />
      <p className="max-w-prose text-ink-soft">{texts.passkeyText}</p>
      <PasskeyCard passkeys={account.passkeys} actions={passkey} />
      <form action={signOut} method={typeof signOut === 'string' ? 'post' : undefined}>
        <button type="submit" className={buttonClass('secondary')}>
          {texts.signOut}
        </button>
      </form>
    </main>
  );
}
