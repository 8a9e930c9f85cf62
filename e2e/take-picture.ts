import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

/**
 * A picture of a main screen for the README. Taken only where `VIALOG_PICTURES` is set, for the clock and chance
 * make every one new.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!process.env['VIALOG_PICTURES']) return;
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled', scale: 'css' });
}
