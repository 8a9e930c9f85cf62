import { UnusableInput } from './unusable-input.ts';

/** What can be expected to go wrong is one sentence; anything else shows where it happened. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UnusableInput || error.name === 'EnvFailure') return error.message;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' && error.message.includes('generated'))
    return 'The database client has not been made yet: run "npm start" once.';
  if (code === '42P01') return 'The database is not up to date: run "npm start" once, which migrates it.';
  if (code === 'ECONNREFUSED' || code === '28P01' || code === '3D000')
    return `The database cannot be used (${error.message}): check DATABASE_URL and that it runs.`;
  return error.stack ?? error.message;
}
