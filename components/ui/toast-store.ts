export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'fault';
  readonly text: string;
}

const NONE: readonly Toast[] = [];
let toasts: readonly Toast[] = NONE;
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a short message at the edge of the screen. Faults stay until dismissed. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  publish([...toasts.slice(-2), { ...toast, id: nextId++ }]);
}

/** Takes a message away. */
export const dismissToast = (id: number): void => publish(toasts.filter((toast) => toast.id !== id));

/** For `useSyncExternalStore`: the messages shown now, and how to be told of changes. */
export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): readonly Toast[] => toasts,
  onServer: (): readonly Toast[] => NONE,
};
