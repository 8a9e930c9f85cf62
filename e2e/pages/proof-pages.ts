import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';

/** The page of one pack: its states, and its story with the proof of each event. */
export class PackPage {
  readonly page: Page;
  readonly events: Locator;
  readonly proven: Locator;
  readonly failed: Locator;

  constructor(page: Page) {
    this.page = page;
    this.events = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Prove it|^Reading/ }) });
    this.proven = page.getByText('Proved in this browser');
    this.failed = page.getByText('NOT PROVED');
  }

  async open(gtin: string, serial: string): Promise<void> {
    await openPage(this.page, `/packs/${gtin}/${encodeURIComponent(serial)}`);
  }

  /** Presses “Prove it” of every event, one after the other. */
  async proveAll(): Promise<void> {
    const buttons = this.page.getByRole('button', { name: 'Prove it', exact: true });
    for (let left = await buttons.count(); left > 0; left--) await buttons.first().click();
  }
}

/** Findings worst first, and one of them. */
export class AnomaliesPage {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('main').getByRole('list').getByRole('link');
  }

  async open(query = ''): Promise<void> {
    await openPage(this.page, `/anomalies${query}`);
  }

  /** Searches by words, serial, batch or GTIN. */
  async find(words: string): Promise<void> {
    const box = this.page.getByRole('main').getByRole('searchbox');
    await box.fill(words);
    await box.press('Enter');
  }
}
