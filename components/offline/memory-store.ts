import type { Queue } from '../../lib/scan/offline/queue.ts';
import type { DeviceStore, KeptList, Station } from './device-store.ts';

/** A store that lasts as long as the page: for browsers that let nothing be kept (private windows, pages without HTTPS). */
export function memoryStore(): DeviceStore {
  let queue: Queue = [];
  let station: Station | undefined;
  let list: KeptList | undefined;
  return {
    loadQueue: async () => queue,
    changeQueue: async (change) => {
      queue = change(queue);
      return queue;
    },
    loadStation: async () => station,
    saveStation: async (saved) => {
      station = saved;
    },
    forgetStation: async () => {
      station = undefined;
      list = undefined;
    },
    loadList: async () => list,
    saveList: async (saved) => {
      list = saved;
    },
  };
}
