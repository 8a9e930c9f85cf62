import { fileURLToPath } from 'node:url';

/** Where the SQL of every migration stands, one folder each, in the layout of `prisma migrate`. */
export const migrationsFolder = fileURLToPath(new URL('../prisma/migrations/', import.meta.url));
