/**
 * As `Promise.all`, but throws the error of the first that failed in the order given. Of statements sent together only that error says
 * what happened: to those after it PostgreSQL answers that the transaction is aborted.
 */
export async function allInOrder<const T extends readonly Promise<unknown>[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return (await Promise.all(promises)) as { -readonly [K in keyof T]: Awaited<T[K]> };
}
