import type { Locator, Page } from '@playwright/test';
import type { Pack } from '../demo-world.ts';
import { scanByHand, symbolOf } from '../hand-scanner.ts';
import { openPage } from '../open-page.ts';

/** The Scan screen: camera, hand scanner, typing; the verdict that fills it; the list of the session. */
export class ScanPage {
  readonly page: Page;
  /** What fills the screen: a verdict, a misread, or that no answer came. */
  readonly screen: Locator;
  readonly word: Locator;
  readonly typing: Locator;
  readonly settings: Locator;
  readonly ready: Locator;

  constructor(page: Page) {
    this.page = page;
    this.screen = page.locator('dialog[open][aria-label]');
    this.word = this.screen.getByRole('heading', { level: 2 });
    this.typing = page.getByRole('dialog', { name: 'Type what is printed on the pack' });
    this.settings = page.getByRole('dialog', { name: 'Settings of this workstation' });
    this.ready = page.getByText('Hand scanner ready').first();
  }

  async open(): Promise<void> {
    await openPage(this.page, '/scan');
    await this.listening();
  }

  /** From the next page on: a workstation whose camera is switched off. */
  async switchCameraOff(): Promise<void> {
    await this.page.addInitScript(() => localStorage.setItem('vialog-scan-settings', '{"camera":false}'));
  }

  /** The page listens once it has asked for the camera, which its script does last. */
  async listening(): Promise<void> {
    await this.page
      .getByText(/Camera (on|off)|No camera found|The browser may not use the camera/)
      .first()
      .waitFor();
  }

  async scan(pack: Pack): Promise<void> {
    await scanByHand(this.page, symbolOf(pack));
  }

  button(name: string): Locator {
    return this.screen.getByRole('button', { name, exact: true });
  }

  /** The line of a pack in the list of this session. */
  row(serial: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: serial }).first();
  }

  async openTyping(): Promise<void> {
    await this.page.getByRole('button', { name: 'Type it in' }).click();
  }

  async type({ gtin, serial, batch, expiry }: Pack): Promise<void> {
    await this.typing.getByLabel('GTIN (product code)').fill(gtin);
    await this.typing.getByLabel('Serial number').fill(serial);
    await this.typing.getByLabel('Batch').fill(batch);
    await this.typing.getByLabel('Expiry date, six digits').fill(expiry);
    await this.typing.getByRole('button', { name: 'Verify' }).click();
  }
}
