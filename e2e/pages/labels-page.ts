import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';

/** Labels: of a batch, and of new SSCCs, and how their file is made. */
export class LabelsPage {
  readonly page: Page;
  readonly fetch: Locator;

  constructor(page: Page) {
    this.page = page;
    this.fetch = page.getByRole('link', { name: 'Fetch the file' });
  }

  async open(): Promise<void> {
    await openPage(this.page, '/labels');
  }

  /** From the page of a batch, which must hold packs of one's own. */
  async openOfBatch(gtin: string, batch: string): Promise<void> {
    await openPage(this.page, `/batches/${gtin}/${encodeURIComponent(batch)}`);
    await this.page.getByRole('link', { name: 'Print labels' }).click();
    await this.page.getByRole('heading', { level: 1, name: `Labels of batch ${batch}` }).waitFor();
  }

  /** Has labels made in the form of this value, and gives their file. */
  async make(form: string): Promise<Buffer> {
    await this.page.getByLabel('Form', { exact: true }).selectOption(form);
    await this.page.getByRole('button', { name: 'Make the labels' }).click();
    await this.fetch.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.fetch.click()]);
    return readFileSync(await download.path());
  }
}
