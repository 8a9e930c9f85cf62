import { pool } from './pool.ts';

/** Those of the candidates that the register has as company prefixes. */
export async function loadCompanyPrefixes(candidates: readonly string[]): Promise<ReadonlySet<string>> {
  if (candidates.length === 0) return new Set();
  const { rows } = await pool().query<{ readonly prefix: string }>(
    'select prefix from company_prefix where prefix = any ($1::text[])',
    [candidates],
  );
  return new Set(rows.map(({ prefix }) => prefix));
}
