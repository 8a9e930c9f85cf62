import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to the server that can be cut and mended, for the page and its service worker alike. */
export interface UnreliableLine {
  /** The address of the site at the near end. */
  readonly url: string;
  /** `good`: all passes; `cut`: nobody answers; `stalled`: connections open and nothing comes back. */
  set(state: LineState): Promise<void>;
}

export type LineState = 'good' | 'cut' | 'stalled';

/** Opens a line to the server at `far`, which is in the clear and on this machine. */
export async function openLine(far: string): Promise<UnreliableLine> {
  const { hostname, port } = new URL(far);
  const open = new Set<Socket>();
  let state: LineState = 'good';
  const server = createServer((near) => {
    open.add(near);
    near.on('close', () => open.delete(near)).on('error', () => undefined);
    if (state === 'stalled') return;
    const onward = connect(Number(port), hostname);
    onward.on('error', () => near.destroy());
    near.on('error', () => onward.destroy()).on('close', () => onward.destroy());
    near.pipe(onward).pipe(near);
  });
  await listen(server, 0);
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://localhost:${own}`,
    set: async (wanted) => {
      state = wanted;
      for (const socket of open) socket.destroy();
      if (wanted === 'cut') await new Promise((resolve) => server.close(resolve));
      else if (!server.listening) await listen(server, own);
    },
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      server.unref();
      resolve();
    });
  });
