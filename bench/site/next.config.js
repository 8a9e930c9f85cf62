import { fileURLToPath } from 'node:url';
import config from '../../next.config.js';

/** As the product is built, from the folders of this checkout. */
export default {
  ...config,
  typescript: { ...config.typescript, tsconfigPath: '../../tsconfig.json' },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};
