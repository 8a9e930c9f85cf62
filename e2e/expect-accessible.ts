import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const GRAVE: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical']);

/** Nothing serious or critical for axe on the page as it stands, by all the rules it runs unasked. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  const grave = violations
    .filter(({ impact }) => GRAVE.has(impact))
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    );
  expect(grave, what).toEqual([]);
}

/** The page is no wider than its window: nothing is to be had only by scrolling sideways. */
export async function expectNoSideways(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${what} is wider than its window`).toBeLessThanOrEqual(0);
}
