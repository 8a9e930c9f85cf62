import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';

/** The way in. */
export class SignInPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly problem: Locator;
  readonly email: Locator;
  readonly password: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Sign in', level: 1 });
    this.problem = page.getByRole('main').getByRole('alert');
    this.email = page.getByLabel('E-mail address');
    this.password = page.getByLabel('Password', { exact: true });
  }

  async open(): Promise<void> {
    await openPage(this.page, '/sign-in');
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** One click on an account of the demo world. */
  async stepInto(email: string): Promise<void> {
    await this.page.locator(`main button[name="email"][value="${email}"]`).click();
  }
}
