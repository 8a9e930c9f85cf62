import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';
import { pasteCodes } from './paste-codes.ts';

/** Packs as a person pastes them, one in a line. */
const linesOf = (packs: readonly { readonly gtin: string; readonly serial: string }[]): string =>
  packs.map(({ gtin, serial }) => `(01)${gtin}(21)${serial}`).join('\n');

type Packs = Parameters<typeof linesOf>[0];

/** Ship: where to, and which packs. */
export class ShipPage {
  readonly page: Page;
  readonly done: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.done = page.getByRole('heading', { name: 'Shipped', exact: true });
    this.submit = page.getByRole('button', { name: /^Ship [\d,]+ packs?$/ });
  }

  async open(): Promise<void> {
    await openPage(this.page, '/ship');
  }

  /** `place` is part of the name of a trading partner's place. */
  async to(place: string): Promise<void> {
    const places = this.page.getByLabel('To', { exact: true });
    const option = places.locator('option', { hasText: place }).first();
    await places.selectOption((await option.getAttribute('value')) ?? '');
  }

  async add(packs: Packs): Promise<void> {
    await pasteCodes(this.page, linesOf(packs));
  }

  async paste(text: string): Promise<void> {
    await pasteCodes(this.page, text);
  }
}

/** Receive: the deliveries, and one of them: announced, difference, scanned. */
export class ReceivePage {
  readonly page: Page;
  readonly done: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.done = page.getByRole('heading', { name: 'Received', exact: true });
    this.submit = page.getByRole('button', { name: /^Receive [\d,]+ packs?/ });
  }

  async open(): Promise<void> {
    await openPage(this.page, '/receive');
  }

  /** A delivery by its sender's number. */
  delivery(reference: string): Locator {
    return this.page.getByRole('main').getByRole('link').filter({ hasText: reference });
  }

  async add(packs: Packs): Promise<void> {
    await pasteCodes(this.page, linesOf(packs));
  }

  async paste(text: string): Promise<void> {
    await pasteCodes(this.page, text);
  }
}
