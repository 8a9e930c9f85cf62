import type { Page } from '@playwright/test';

/** Pastes codes, one in a line, where a page that listens to a hand scanner takes them. */
export async function pasteCodes(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste codes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste codes' });
  await dialog.getByLabel('Codes, one in a line').fill(text);
  await dialog.getByRole('button', { name: 'Add these' }).click();
}
