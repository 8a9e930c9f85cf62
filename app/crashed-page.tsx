'use client';

import { controlTexts } from '../components/texts/en/controls.ts';
import { Button } from '../components/ui/button.tsx';
import { MessagePage } from '../components/ui/message-page.tsx';

/** What stands in a page's place when it could not be made. Says nothing about the fault but that it is ours. */
export function CrashedPage({ reset }: { readonly reset: () => void }) {
  const { title, text, again } = controlTexts.crashed;
  return (
    <MessagePage
      title={title}
      action={
        <Button kind="primary" onClick={reset}>
          {again}
        </Button>
      }
    >
      {text}
    </MessagePage>
  );
}
