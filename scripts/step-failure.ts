/** A step that cannot go on. The message is one sentence: what failed, and what to do. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
}
