import type { LayoutId } from '../../../lib/scan/keyboard-layouts.ts';

/** The keyboard languages by the names that scanners and computers list them under. */
export const layoutNames: Readonly<Record<LayoutId, string>> = {
  us: 'English (US)',
  uk: 'English (UK)',
  german: 'German',
  french: 'French',
  czech: 'Czech',
  turkish: 'Turkish Q',
  spanish: 'Spanish',
  italian: 'Italian',
  swiss: 'Swiss German',
  belgian: 'Belgian French',
};
