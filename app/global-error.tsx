'use client';

import { CrashedPage } from './crashed-page.tsx';

/** What stands in the place of everything when not even the frame could be made. Next’s own brings styles that the policy of the site refuses. */
export default function CrashedSite({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en" dir="ltr">
      <body>
        <CrashedPage reset={reset} />
      </body>
    </html>
  );
}
