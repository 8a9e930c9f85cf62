import { PAGE } from '../components/page-addresses.ts';
import { controlTexts } from '../components/texts/en/controls.ts';
import { buttonClass } from '../components/ui/button-class.ts';
import { MessagePage } from '../components/ui/message-page.tsx';
import { PageLink } from '../components/ui/page-link.tsx';

/** What does not exist, and what the reader may not see, are answered alike. */
export function NothingHere() {
  const { title, text, home } = controlTexts.notFound;
  return (
    <MessagePage
      title={title}
      action={
        <PageLink href={PAGE.home} className={buttonClass('primary')}>
          {home}
        </PageLink>
      }
    >
      {text}
    </MessagePage>
  );
}
