import type { Page } from '@playwright/test';

/**
 * Goes to a page and waits until its script has taken hold of everything that can be pressed or typed into: what is
 * typed on a busy machine before that would be lost, and no person is as quick.
 */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('main :is(a, button, input:not([type=hidden]), select, textarea)')].every(
      (element) => Object.keys(element).some((key) => key.startsWith('__reactProps')),
    ),
  );
}
