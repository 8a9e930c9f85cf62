import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';

/** Register a batch: product, batch and expiry, serials, check; then how the work goes. */
export class RegisterPage {
  readonly page: Page;
  readonly faults: Locator;
  readonly progress: Locator;
  readonly done: Locator;

  constructor(page: Page) {
    this.page = page;
    this.faults = page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('textbox') });
    this.progress = page.getByRole('progressbar');
    this.done = page.getByText(/^[\d,]+ packs? registered\.$/);
  }

  async open(): Promise<void> {
    await openPage(this.page, '/register');
  }

  async chooseProduct(name: string | RegExp): Promise<void> {
    await this.page.getByRole('group', { name: 'Product' }).getByRole('button', { name }).click();
  }

  /** `expiry` as YYYY-MM-DD. */
  async fillBatch(batch: string, expiry: string): Promise<void> {
    await this.page.getByLabel('Batch', { exact: true }).fill(batch);
    await this.page.getByLabel('Expiry date').fill(expiry);
    await this.goOn();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  async generate(count: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Make them here' }).check();
    await this.page.getByLabel('How many packs').fill(count);
    await this.page.getByRole('button', { name: /^Make / }).click();
  }

  async paste(text: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Paste them' }).check();
    await this.page.getByLabel('Serial numbers, one in a line').fill(text);
    await this.page.getByRole('button', { name: 'Read the list' }).click();
  }

  async upload(name: string, text: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Upload a file' }).check();
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
    await this.page.getByLabel('CSV, text or EPCIS file').setInputFiles(file);
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: /^Register [\d,]+ packs?$/ }).click();
  }
}
