/**
 * lib/env.ts: the only reader of the environment. Whoever needs a setting asks {@link env}; nobody else names a variable.
 */
import { resolve } from 'node:path';
import { z } from 'zod';

/** What the environment says, judged and with every default filled in. */
export interface Env {
  /** `DATABASE_URL`. Absent: the embedded database, whose address the start script hands to the server. */
  readonly databaseUrl: string | undefined;
  /** `PORT`, 3000 when absent; 0 asks for any free one. */
  readonly port: number;
  /** `HOST`, the address to listen on. Absent in demo mode: 127.0.0.1; otherwise all addresses. */
  readonly host: string;
  /** `VIALOG_BASE_URL`, under which browsers reach this server; `http://localhost:PORT` when absent. No slash at its end. */
  readonly baseUrl: string;
  /** `VIALOG_DATA_DIR`, absolute; holds the embedded database, keys and demo.json. `.data` when absent. */
  readonly dataDir: string;
  /** `VIALOG_ORIGIN`, the log's name in checkpoints. It never changes once the log has signed its first one. */
  readonly origin: string;
  /** `VIALOG_LOG_KEY`, the log's signing key. Absent: made once and kept in the data folder. */
  readonly logKey: string | undefined;
  /** `VIALOG_POLICY`, the file that names the witnesses (C2SP tlog-policy), absolute. Absent: `npm start` runs three of its own. */
  readonly policyFile: string | undefined;
  /** `VIALOG_TAG_KEY`, the network's tag key. Absent: made once and kept in the data folder. */
  readonly tagKey: string | undefined;
  /** `VIALOG_SEAL_KEY`, under which the keys that the platform holds for organisations are kept. Absent: made once and kept in the data folder. */
  readonly sealKey: string | undefined;
  /** `VIALOG_SECRET`, which signs sessions. Absent: made once and kept in the data folder. */
  readonly secret: string | undefined;
  /** `VIALOG_METRICS_TOKEN`, with which /metrics answers elsewhere than on this machine. Absent: nobody elsewhere. */
  readonly metricsToken: string | undefined;
  /** `VIALOG_DEMO`. Absent: true on the embedded database, else false. */
  readonly demo: boolean;
  /** `NODE_ENV` is `production`. */
  readonly production: boolean;
}

/** A variable holds what it must not. The message is one sentence that names it. */
export class EnvFailure extends Error {
  override readonly name = 'EnvFailure';
}

type Source = Readonly<Record<string, string | undefined>>;

const text = z.string().optional();
const minLength = (length: number, what: string) => z.string().min(length, what).optional();

const shape = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be an address such as postgresql://user:password@host/database')
    .optional(),
  PORT: z.coerce
    .number('must be a whole number from 0 to 65535')
    .int('must be a whole number from 0 to 65535')
    .min(0, 'must be a whole number from 0 to 65535')
    .max(65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'must be a host name or an address, without a path')
    .optional(),
  VIALOG_BASE_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+$/, 'must be an address such as https://vialog.example, without a path')
    .optional(),
  VIALOG_DATA_DIR: z.string().default('.data'),
  VIALOG_ORIGIN: z
    .string()
    .regex(
      /^(?!\w+:\/\/)[^\s+:/][^\s+]*$/,
      'must be a name such as vialog.example/log, without scheme, blanks or plus signs',
    )
    .default('vialog.localhost/log'),
  VIALOG_LOG_KEY: text,
  VIALOG_POLICY: text,
  VIALOG_TAG_KEY: text,
  VIALOG_SEAL_KEY: text,
  VIALOG_SECRET: minLength(32, 'must have at least 32 characters'),
  VIALOG_METRICS_TOKEN: minLength(32, 'must have at least 32 characters'),
  VIALOG_DEMO: z.enum(['0', '1'], 'must be 1 or 0').optional(),
  NODE_ENV: text,
});

/**
 * Reads `source` as an environment. An empty variable counts as absent, for that is how many tools say so.
 * Throws {@link EnvFailure} naming the first variable at fault; the value is not repeated, since it may be a secret.
 */
export function readEnv(source: Source): Env {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = shape.safeParse(present);
  if (!read.success) {
    const fault = read.error.issues[0];
    throw new EnvFailure(`The environment variable ${fault?.path.join('.')} ${fault?.message}.`);
  }
  const set = read.data;
  const demo = set.VIALOG_DEMO === undefined ? set.DATABASE_URL === undefined : set.VIALOG_DEMO === '1';
  return {
    databaseUrl: set.DATABASE_URL,
    port: set.PORT,
    host: set.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    baseUrl: set.VIALOG_BASE_URL ?? `http://localhost:${set.PORT}`,
    dataDir: resolve(set.VIALOG_DATA_DIR),
    origin: set.VIALOG_ORIGIN,
    logKey: set.VIALOG_LOG_KEY,
    policyFile: set.VIALOG_POLICY && resolve(set.VIALOG_POLICY),
    tagKey: set.VIALOG_TAG_KEY,
    sealKey: set.VIALOG_SEAL_KEY,
    secret: set.VIALOG_SECRET,
    metricsToken: set.VIALOG_METRICS_TOKEN,
    demo,
    production: set.NODE_ENV === 'production',
  };
}

let known: Env | undefined;

/** The environment of this process, read once, at the first call. Throws {@link EnvFailure} when it cannot be used. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
