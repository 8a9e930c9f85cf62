/** What was typed cannot be used: the message says why in one sentence, and the command ends with exit code 2. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}
