import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import { pool } from './pool.ts';

const CLIENTS = new WeakMap<object, PrismaClient>();

/** Prisma over the connections of {@link pool}: one client for as long as that pool lives. */
export function prisma(): PrismaClient {
  const connections = pool();
  const known = CLIENTS.get(connections);
  if (known) return known;
  const client = new PrismaClient({ adapter: new PrismaPg(connections) });
  CLIENTS.set(connections, client);
  return client;
}
