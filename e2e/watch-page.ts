import type { ConsoleMessage, Page } from '@playwright/test';

/** Where requests may go: the server under test, and nowhere else. */
const isAtHome = (url: string, home: string): boolean =>
  /^(data|blob|about):/.test(url) || new URL(url).host === home;

/**
 * The browser notes every answer from 400 on. For a page that says “not found”, and for the pack API, whose answer to
 * a pack that is not fit is 404 or 409, that is as it should be; so it is where the log has no leaf that ends a key.
 */
const isMeant = (message: ConsoleMessage, page: Page): boolean =>
  /^Failed to load resource: .* status of 4\d\d/.test(message.text()) &&
  (message.location().url === page.url() ||
    /^\/(api\/v1\/packs|log\/receipt)\//.test(new URL(message.location().url).pathname));

/** Writes down what must not happen on any page: errors, breaches of its security policy, requests to others. */
export function watchPage(page: Page, home: string, faults: string[]): void {
  page.on('console', (message) => {
    const bad = message.type() === 'error' || /Content.Security.Policy/i.test(message.text());
    if (bad && !isMeant(message, page))
      faults.push(`console at ${page.url()}: ${message.text()} ${message.location().url}`);
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
