import type { ConsoleMessage, Page } from '@playwright/test';

/** Where requests may go: the server under test, and nowhere else. */
const isAtHome = (url: string, home: string): boolean =>
  /^(data|blob|about):/.test(url) || new URL(url).host === home;

/** A page that says “not found” is a good answer; that the browser notes its status is no fault of the page. */
const isOwnStatus = (message: ConsoleMessage, page: Page): boolean =>
  message.text().includes('status of 404') && message.location().url === page.url();

/** Writes down what must not happen on any page: errors, breaches of its security policy, requests to others. */
export function watchPage(page: Page, home: string, faults: string[]): void {
  page.on('console', (message) => {
    const bad = message.type() === 'error' || /Content.Security.Policy/i.test(message.text());
    if (bad && !isOwnStatus(message, page)) faults.push(`console at ${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error at ${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!isAtHome(request.url(), home)) faults.push(`request of ${page.url()} to ${request.url()}`);
  });
  page.on('websocket', (socket) => faults.push(`socket of ${page.url()} to ${socket.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} of ${response.url()}`);
  });
}
