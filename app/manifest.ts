import type { MetadataRoute } from 'next';
import { PAGE } from '../components/page-addresses.ts';
import { frameTexts } from '../components/texts/en/frame.ts';

/** What makes the site an app that can be installed. It opens at the page that works without a connection. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: PAGE.scan,
    name: frameTexts.name,
    short_name: frameTexts.name,
    description: frameTexts.description,
    start_url: PAGE.scan,
    scope: '/',
    display: 'standalone',
    background_color: '#f5f6f8',
    theme_color: '#f5f6f8',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
    shortcuts: [{ name: 'Check a pack', url: PAGE.verify }],
  };
}
