import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 780 };

/**
 * A picture of a main screen for the README. Taken only where `VIALOG_PICTURES` is set, for the clock and chance
 * make every one new.
 */
export async function takePicture(page: Page, name: string, on: 'desk' | 'phone' = 'desk'): Promise<void> {
  if (!process.env['VIALOG_PICTURES']) return;
  const before = page.viewportSize();
  await page.setViewportSize(on === 'desk' ? DESK : PHONE);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled', scale: 'css' });
  if (before) await page.setViewportSize(before);
}
