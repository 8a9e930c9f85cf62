import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { JsonObject } from './epcis-event.ts';

/** A captured event as it is kept: what was received, and what the server adds when it answers. */
export interface StoredEvent {
  readonly document: JsonObject;
  /** The `@context` under which `document` is to be read. */
  readonly context: Json;
  /** The id it came with, or the one it was given. */
  readonly eventID: string;
  readonly recordTime: Instant;
}
