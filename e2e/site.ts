import type { Page } from '@playwright/test';
import { ContainerPage } from './pages/container-page.ts';
import { Frame } from './pages/frame.ts';
import { AnomaliesPage, PackPage } from './pages/proof-pages.ts';
import { RegisterPage } from './pages/register-page.ts';
import { ScanPage } from './pages/scan-page.ts';
import { ReceivePage, ShipPage } from './pages/shipping-pages.ts';

/** The site as one person sees it in one browser window. */
export class Site {
  readonly page: Page;
  readonly frame: Frame;
  readonly scan: ScanPage;
  readonly register: RegisterPage;
  readonly ship: ShipPage;
  readonly receive: ReceivePage;
  readonly container: ContainerPage;
  readonly pack: PackPage;
  readonly anomalies: AnomaliesPage;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    this.scan = new ScanPage(page);
    this.register = new RegisterPage(page);
    this.ship = new ShipPage(page);
    this.receive = new ReceivePage(page);
    this.container = new ContainerPage(page);
    this.pack = new PackPage(page);
    this.anomalies = new AnomaliesPage(page);
  }
}
