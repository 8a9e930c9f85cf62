import { frameTexts } from '../texts/en/frame.ts';

/** The name, with its sign: a vial whose level is a log of entries. */
export function Wordmark({ always = false }: { readonly always?: boolean }) {
  return (
    <span className="mb-4 flex min-h-10 items-center gap-2.5 px-3 font-semibold text-lead tracking-tight">
      <svg viewBox="0 0 20 24" width="20" height="24" aria-hidden="true" className="shrink-0 text-brand">
        <path
          d="M5 1h10M6.5 1v4.2L3 9.5V21a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9.5l-3.5-4.3V1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path
          d="M6.5 12.5h7M6.5 15.5h7M6.5 18.5h7"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
        />
      </svg>
      <span className={always ? undefined : 'sr-only lg:not-sr-only'}>{frameTexts.name}</span>
    </span>
  );
}
