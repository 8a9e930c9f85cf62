import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const GRAVE: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical']);

/** The rules whose answer changes with colours and widths alone; the others read the same page twice the same. */
const RULES_OF_LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/** Nothing serious or critical for axe on the page as it stands: by all rules it runs unasked, or by those of looks. */
export async function expectAccessible(page: Page, what: string, rules: 'all' | 'looks'): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? axe : axe.withRules(RULES_OF_LOOKS)).analyze();
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
