/** Why a bundle proves nothing. Each code keeps its meaning. */
export type BundleFaultCode =
  /** Over {@link MOST_BUNDLE_BYTES}. */
  | 'bundle/too-large'
  /** No UTF-8, no JSON, more brackets and commas than any bundle needs, or not in its one spelling (RFC 8785). */
  | 'bundle/not-text'
  | 'bundle/too-dense'
  | 'bundle/not-json'
  | 'bundle/not-canonical'
  /** No bundle, or one of a version that is not known here. */
  | 'bundle/format'
  | 'bundle/version'
  /** A member is missing, unknown, or not what the format says. */
  | 'bundle/shape'
  /** The operator's seal is not over this content, or by another key than the one asked for. */
  | 'bundle/seal'
  | 'bundle/seal-key'
  /** The policy cannot be read, or names another log. */
  | 'bundle/policy'
  /** The head is not signed by the log asked for, or not well formed. */
  | 'bundle/log-key'
  | 'bundle/checkpoint'
  /** Too few cosignatures for the policy; or a witness asked for has not cosigned. */
  | 'bundle/too-few-witnesses'
  | 'bundle/witness-absent'
  /** Entries are not in the order of the log, or one id stands twice. */
  | 'bundle/order'
  | 'bundle/same-event'
  /** The leaf cannot be read; is not in the tree; commits to other fields; has no place for fields or names. */
  | 'bundle/leaf'
  | 'bundle/inclusion'
  | 'bundle/fields'
  /** Value and salt do not open the commitment. */
  | 'bundle/opening'
  /** The entry does not name the subject; does not continue its history as said. */
  | 'bundle/subject'
  | 'bundle/link'
  /** Something is missing from, repeated in, or out of order in a history that is said to be whole. */
  | 'bundle/history'
  /** A field is said to be erased by a statement that does not say so. */
  | 'bundle/erasure'
  /** The event is signed with a key that no entry registers for its actor; the signature is not over the event. */
  | 'bundle/actor-key'
  | 'bundle/actor-signature'
  /** The observation is not under its leaf's root. */
  | 'bundle/observation';

/** A fault, and the place in the JSON where it stands (RFC 6901); the whole file is the empty text. */
export interface BundleFault {
  readonly code: BundleFaultCode;
  readonly at: string;
  /** The code of the check that failed below, where one did, or who it is about. */
  readonly because?: string;
}

/** Carries a fault out of the depths of a check. It never leaves this folder. */
export class BundleRefusal extends Error {
  override readonly name = 'BundleRefusal';
  readonly fault: BundleFault;

  constructor(code: BundleFaultCode, at: string, because?: string) {
    super(code);
    this.fault = because === undefined ? { code, at } : { code, at, because };
  }
}
