import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toBuffer } from 'bwip-js/node';
import { makeCameraFilm } from './camera-film.ts';
import type { Pack } from './demo-world.ts';
import { test as base } from './site-test.ts';

/** The pack on the film, as the maker of its symbol describes it; its product is one of the demo world's. */
export const FILMED: Pack = {
  gtin: '09506000175874',
  serial: '8A2WPUVBYV5H',
  batch: '12JAHC8',
  expiry: '271202',
};

/** The same in the order in which the symbol holds it. */
const BRACKETED = `(01)${FILMED.gtin}(10)${FILMED.batch}(17)${FILMED.expiry}(21)${FILMED.serial}`;

/** A symbol made by zint, an encoder that none of our code knows. */
const SYMBOL = fileURLToPath(
  new URL('../../shared/vectors/epcis/symbols-zint/gs1-datamatrix-6.png', import.meta.url),
);

async function symbolPicture(): Promise<Buffer> {
  if (existsSync(SYMBOL)) return readFileSync(SYMBOL);
  console.log('../shared/vectors is absent: the film shows a symbol by bwip-js instead of zint’s.');
  return toBuffer({
    bcid: 'gs1datamatrix',
    text: BRACKETED,
    scale: 6,
    padding: 6,
    backgroundcolor: 'ffffff',
  });
}

/** Tests in a browser before whose camera the filmed pack is held, all the time. */
export const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const film = join(tmpdir(), `vialog-camera-${process.pid}.y4m`);
      makeCameraFilm(await symbolPicture(), film);
      const args = [
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
      rmSync(film, { force: true });
    },
    { scope: 'worker' },
  ],
});
