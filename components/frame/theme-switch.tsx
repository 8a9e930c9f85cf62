'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { frameTexts } from '../texts/en/frame.ts';
import type { ThemeChoice } from './frame-data.ts';
import { THEME_COOKIE } from './theme-cookie.ts';

const NEXT: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const ICON = { system: Monitor, light: Sun, dark: Moon } as const;
const YEAR_MS = 365 * 24 * 3600 * 1000;

function apply(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

/** Where the browser keeps no such cookie (plain http to another machine), the choice lasts as long as the page. */
async function keep(choice: ThemeChoice): Promise<void> {
  if (!('cookieStore' in window)) return;
  await window.cookieStore.set({
    name: THEME_COOKIE,
    value: choice,
    path: '/',
    sameSite: 'lax',
    expires: Date.now() + YEAR_MS,
  });
}

/** Steps from the device's own setting to light to dark, and remembers it. */
export function ThemeSwitch({ initial }: { readonly initial: ThemeChoice }) {
  const [choice, setChoice] = useState(initial);
  const Icon = ICON[choice];
  const label = `${frameTexts.theme.label}: ${frameTexts.theme[choice]}`;
  const step = async () => {
    const next = NEXT[choice];
    setChoice(next);
    apply(next);
    await keep(next);
  };
  return (
    <button
      type="button"
      onClick={step}
      aria-label={label}
      title={label}
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
