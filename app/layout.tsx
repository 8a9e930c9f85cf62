import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { THEME_COOKIE, themeOf } from '../components/frame/theme-cookie.ts';
import { frameTexts } from '../components/texts/en/frame.ts';
import { Toasts } from '../components/ui/toasts.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: frameTexts.name, template: `%s · ${frameTexts.name}` },
  description: frameTexts.description,
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1116' },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" dir="ltr" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        {children}
        <Toasts />
      </body>
    </html>
  );
}
