/** What an outsider found wrong with a log, or could not check: a stable code, and one sentence with the place. */
export class AuditFailure extends Error {
  override readonly name = 'AuditFailure';
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
