import type { Locator, Page } from '@playwright/test';
import type { Pack } from '../demo-world.ts';
import { openPage } from '../open-page.ts';

/** The public check. */
export class VerifyPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.main = page.getByRole('main');
  }

  open(): Promise<void> {
    return openPage(this.page, '/verify');
  }

  async type({ gtin, serial, batch, expiry }: Pack): Promise<void> {
    await this.page.getByLabel('GTIN (product code)').fill(gtin);
    await this.page.getByLabel('Serial number').fill(serial);
    await this.page.getByLabel('Batch').fill(batch);
    await this.page.getByLabel('Expiry date, six digits').fill(expiry);
    await this.page.getByRole('button', { name: 'Check', exact: true }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}

/** The GS1 Digital Link of a pack, on this site. */
export const linkOf = ({ gtin, serial, batch, expiry }: Pack): string =>
  `/01/${gtin}/10/${encodeURIComponent(batch)}/21/${encodeURIComponent(serial)}?17=${expiry}`;
