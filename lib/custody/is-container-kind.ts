import type { ObjectKind } from '../gs1/object-key.ts';

/** Logistic units and returnable assets hold packs; a serialised case of a product is a pack that may hold others. */
export const isContainerKind = (kind: ObjectKind): boolean =>
  kind === 'sscc' || kind === 'grai' || kind === 'giai';
