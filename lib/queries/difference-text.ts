import type { DeliveryDifference, DifferenceKind, DifferenceReason } from '../epcis/delivery-differences.ts';

const KIND: Record<DifferenceKind, string> = {
  missing: 'Announced, and missing',
  'not-announced': 'Not announced',
  'wrong-batch': 'Other batch or expiry than announced',
};

const REASON: Record<DifferenceReason, string> = {
  'not-checked': 'not checked yet',
  'not-in-delivery': 'not in the delivery',
  damaged: 'damaged, left with the carrier',
  'taken-into-stock': 'taken into stock',
  'left-aside': 'left aside',
};

/** In what a pack of a delivery was not as announced, with the receiver's reason: `Announced, and missing: not in the delivery`. */
export const differenceText = ({ kind, reason }: Pick<DeliveryDifference, 'kind' | 'reason'>): string =>
  `${KIND[kind]}: ${REASON[reason]}`;
