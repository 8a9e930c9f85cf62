import { browserStore } from './browser-store.ts';
import type { DeviceStore } from './device-store.ts';
import { memoryStore } from './memory-store.ts';

/** The device's own store, or one for this page alone where the browser keeps nothing. */
export async function openDeviceStore(): Promise<DeviceStore> {
  try {
    const store = browserStore();
    await store.loadQueue();
    return store;
  } catch {
    return memoryStore();
  }
}
