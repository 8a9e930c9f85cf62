import type { PackRequest } from './pack-request.ts';

/** What an observation keeps of an attempt beside the pack and the answer. */
export interface AttemptDetails extends Pick<PackRequest, 'entryMode' | 'device' | 'lot' | 'expiry'> {
  /** The operation's id, 32 hex digits. */
  readonly id: string;
  /** `verify`, or the state that was wished for. */
  readonly name: string;
}
