/** PostgreSQL's answer to every statement of a transaction after the one that failed (appendix A, class 25). */
const ABORTED_BEFORE = '25P02';

/**
 * As `Promise.all`, but throws the error of the first that failed in the order given, and an error that says what happened before one that
 * only says that the transaction is aborted: what is sent together need not have been sent in the order given.
 */
export async function allInOrder<const T extends readonly Promise<unknown>[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.filter((one) => one.status === 'rejected');
  const [first] = failed;
  if (first) throw (failed.find(({ reason }) => !isEcho(reason)) ?? first).reason;
  return (await Promise.all(promises)) as { -readonly [K in keyof T]: Awaited<T[K]> };
}

const isEcho = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && reason.code === ABORTED_BEFORE;
