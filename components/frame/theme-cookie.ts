import type { ThemeChoice } from './frame-data.ts';

/** The cookie that keeps the reader's choice of light or dark, so that the first paint is right. */
export const THEME_COOKIE = 'vialog-theme';

/** The choice a cookie's value stands for; anything else follows the system. */
export const themeOf = (value: string | undefined): ThemeChoice =>
  value === 'light' || value === 'dark' ? value : 'system';
