'use client';

import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { controlTexts } from '../texts/en/controls.ts';
import { dismissToast, type Toast, toastStore } from './toast-store.ts';

/** Long enough to be read by a slow reader. */
const SHOWN_MS = 6000;

function ToastCard({ toast }: { readonly toast: Toast }) {
  useEffect(() => {
    if (toast.kind === 'fault') return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  const Icon = toast.kind === 'fault' ? TriangleAlert : Check;
  return (
    <li className="pointer-events-auto flex w-full animate-rise items-start gap-3 rounded-control bg-ink p-3 text-canvas shadow-float sm:w-96">
      <Icon size={18} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0 grow">{toast.text}</span>
      <button
        type="button"
        aria-label={controlTexts.dismiss}
        onClick={() => dismissToast(toast.id)}
        className="-m-1 inline-flex size-8 shrink-0 items-center justify-center rounded-small"
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}

/** Where short messages appear, said by screen readers as they come. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.now, toastStore.onServer);
  return (
    <section
      aria-label={controlTexts.toasts}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 sm:start-auto sm:end-6 sm:bottom-6 print:hidden"
    >
      <ul className="flex flex-col items-end gap-2">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}
