import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { PAGE } from '../../../components/page-addresses.ts';
import {
  InvitationScreen,
  type InvitationScreenProps,
} from '../../../components/sign-in/invitation-screen.tsx';
import { signInTexts } from '../../../components/texts/en/sign-in.ts';
import { buttonClass } from '../../../components/ui/button-class.ts';
import { MessagePage } from '../../../components/ui/message-page.tsx';
import { personOfSession } from '../../../lib/auth/scope-of-session.ts';
import { instantText } from '../../../lib/kernel/instant.ts';
import { seeInvitation } from '../../../lib/service/accounts/accept-invitation.ts';
import { acceptByLink } from '../../session/invitation-actions.ts';

const { invitation: texts } = signInTexts;

export const metadata: Metadata = { title: texts.title };

export default async function InvitationPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const { token } = await params;
  const invitation = await seeInvitation(token);
  if (!invitation)
    return (
      <MessagePage
        title={texts.gone}
        action={
          <Link href={PAGE.signIn} className={buttonClass('primary')}>
            {texts.signIn}
          </Link>
        }
      >
        {texts.goneText}
      </MessagePage>
    );
  const person = await personOfSession(await headers());
  const signedInAs = person.ok ? person.value.email : undefined;
  return (
    <InvitationScreen
      token={token}
      organisation={invitation.organisationName}
      email={invitation.email}
      until={instantText(invitation.expiresAt)}
      places={invitation.places.map(({ name, userRole }) => ({ name: name ?? null, role: userRole }))}
      reader={readerOf(invitation, signedInAs)}
      accept={acceptByLink.bind(null, token)}
    />
  );
}

function readerOf(
  { email, isKnown }: { readonly email: string; readonly isKnown: boolean },
  signedInAs: string | undefined,
): InvitationScreenProps['reader'] {
  if (signedInAs === email) return 'self';
  if (signedInAs !== undefined) return { signedInAs };
  return isKnown ? 'known' : 'new';
}
