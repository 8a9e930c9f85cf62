import type { Locator, Page } from '@playwright/test';

/** What stands around every page of somebody signed in. */
export class Frame {
  readonly page: Page;
  readonly main: Locator;
  readonly places: Locator;
  readonly search: Locator;
  readonly notFound: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.places = page.getByRole('navigation', { name: 'Places', exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search' }).first();
    this.notFound = page.getByRole('heading', { name: 'There is nothing at this address' });
  }

  async go(place: string): Promise<void> {
    await this.places.getByRole('link', { name: place, exact: true }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account of / }).click();
    await this.page.getByRole('button', { name: 'Sign out', exact: true }).click();
  }
}
