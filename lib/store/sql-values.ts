/** The parameters of a statement that is put together: what is added is written as `$1`, `$2`, … and never as text. */
export class SqlValues {
  readonly values: unknown[] = [];

  /** The place of `value` in the statement. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
