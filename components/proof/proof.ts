/** The head of the log as this browser saw it last. */
export interface KnownHead {
  readonly vkey: string;
  /** Decimal. */
  readonly size: string;
  /** Lower-case hex. */
  readonly root: string;
}

/** Why an event could not be proved. All but the first few say that something is wrong with the log. */
export type ProveError =
  | { readonly code: 'prove/no-connection' }
  | { readonly code: 'prove/not-yet' }
  | { readonly code: 'prove/policy' }
  | { readonly code: 'prove/checkpoint'; readonly because: string }
  | { readonly code: 'prove/receipt'; readonly because: string }
  | { readonly code: 'prove/tiles'; readonly because: string }
  | { readonly code: 'prove/not-included'; readonly because: string }
  | { readonly code: 'prove/other-event' }
  | { readonly code: 'prove/other-time' }
  | { readonly code: 'prove/fields'; readonly field: string }
  | { readonly code: 'prove/signature'; readonly because: string }
  | { readonly code: 'prove/key-changed' }
  | { readonly code: 'prove/rewritten'; readonly because: string };

/** The key that an event is signed with. */
export interface EventSigner {
  /** 8 bytes in lower-case hex. */
  readonly keyId: string;
  readonly heldBy: 'organisation' | 'platform';
  /** Where the log names the key. */
  readonly index: bigint;
}

/** What was proved, with the few hashes that matter, in lower-case hex. */
export interface ProvenEvent {
  readonly origin: string;
  readonly index: bigint;
  readonly size: bigint;
  readonly witnesses: { readonly signed: number; readonly of: number };
  readonly leafHash: string;
  /** From the leaf up. */
  readonly path: readonly { readonly side: 'left' | 'right'; readonly hash: string }[];
  readonly root: string;
  /** How many of the event's field groups were compared with the log, and of how many. */
  readonly fields: { readonly compared: number; readonly of: number } | undefined;
  /** Whose key signed the event, and at which index the log names it; `undefined` for an event from before its actor's first key. */
  readonly signedBy: EventSigner | undefined;
  /** What this browser saw last, where it had seen the log before. */
  readonly since: bigint | undefined;
  /** To be remembered for the next time. */
  readonly head: KnownHead;
}
