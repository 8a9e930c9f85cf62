import type { Locator, Page } from '@playwright/test';
import { openPage } from '../open-page.ts';

/** The settings, a part at a time. */
export class SettingsPage {
  readonly page: Page;
  readonly factor: Locator;
  readonly passkeys: Locator;

  constructor(page: Page) {
    this.page = page;
    this.factor = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Second factor' }) });
    this.passkeys = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Passkeys' }) });
  }

  async open(part = ''): Promise<void> {
    await openPage(this.page, `/settings${part}`);
  }

  /** Invites somebody to the whole organisation; gives the link. */
  async invite(email: string, role: string): Promise<string> {
    await this.page.getByLabel('E-mail address').fill(email);
    const form = this.page
      .locator('form')
      .filter({ has: this.page.getByRole('button', { name: 'Make the invitation' }) });
    await form.getByLabel('Whole organisation').selectOption({ label: role });
    await form.getByRole('button', { name: 'Make the invitation' }).click();
    return (await this.page.locator('[data-link]').textContent()) ?? '';
  }

  /** Begins to set the second factor up; gives the key for the authenticator app, and the recovery codes. */
  async beginFactor(password: string): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
    await this.factor.getByLabel('Your password').fill(password);
    await this.factor.getByRole('button', { name: 'Set it up' }).click();
    const key = (await this.page.locator('[data-secret]').textContent()) ?? '';
    return { key, codes: await this.page.locator('[data-recovery]').allTextContents() };
  }

  async confirmFactor(code: string): Promise<void> {
    await this.factor.getByLabel('Code that the app shows now').fill(code);
    await this.factor.getByRole('button', { name: 'Turn it on' }).click();
  }
}
