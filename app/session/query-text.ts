/** What an address's query says once under a name, without the NUL that no text of the database may hold. */
export const queryText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value.replaceAll('\0', '') : undefined;
