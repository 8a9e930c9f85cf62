import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // A list of 100,000 serial numbers of twenty characters is sent whole.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  // `npm run check` judges the types of everything, tests included; twice would only be slower.
  typescript: { ignoreBuildErrors: true },
  // They load native code, workers or files of their own by path, which a bundle would break.
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    'graphile-worker',
    'better-auth',
    'pdfkit',
    'umzug',
  ],
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
};
