import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';
import { pasteCodes } from './paste-codes.ts';

/** Cases and pallets: the label of one, then what goes in or comes out; and the page of one. */
export class ContainerPage {
  readonly page: Page;
  /** What was done with it, once it is recorded. */
  readonly done: Locator;
  /** Every line of what is in it. */
  readonly contents: Locator;

  constructor(page: Page) {
    this.page = page;
    this.done = page.getByRole('heading', { name: /^(Packed|Unpacked|Closed|Opened)$/ });
    this.contents = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'In it', exact: true }) })
      .getByRole('listitem');
  }

  /** The page that packs and unpacks. */
  async open(): Promise<void> {
    await openPage(this.page, '/containers');
  }

  /** The page of one case or pallet. */
  async openOne(sscc: string): Promise<void> {
    await openPage(this.page, `/containers/${sscc}`);
  }

  /** Reads the label of the case or pallet that is worked on. */
  async take(sscc: string): Promise<void> {
    await pasteCodes(this.page, `(00)${sscc}`);
    await this.page.getByText(sscc, { exact: true }).waitFor();
  }

  /** Codes of packs, or of other cases, one in a line. */
  async add(text: string): Promise<void> {
    await pasteCodes(this.page, text);
  }

  async putIn(): Promise<void> {
    await this.page.getByRole('button', { name: /^Put [\d,]+ .* in and close it$/ }).click();
  }

  async takeEverythingOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Take everything out', exact: true }).click();
    await this.page.getByRole('button', { name: 'Yes, take everything out' }).click();
  }
}
