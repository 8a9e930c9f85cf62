import type { Json } from '../kernel/canonical-json.ts';

/** An answer to a request, as data: so that it can be given again word for word. */
export interface GivenAnswer {
  readonly status: number;
  readonly body: Json;
}
