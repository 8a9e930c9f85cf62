/**
 * Every reason the counter can give, and what it means. The codes are promises to integrators: stable for ever.
 * `pack/...` speaks of the one pack, `batch/...` and `product/...` of everything it is made of.
 */
export const COUNTER_CODES = {
  'pack/held': 'The asker holds the pack, and nothing speaks against it.',
  'container/unpacking-inferred':
    'The asker holds the closed container that the pack was in; that it was taken out is inferred.',
  'pack/shipment-open': 'The asker shipped the pack away, nobody received it, and it is here.',
  'pack/receipt-inferred':
    'The pack is on its way to the asker; its receipt is inferred from its being here.',
  'pack/held-in-group': 'Another organisation of the asker’s owner group holds the pack.',
  'pack/not-held': 'Somebody else holds the pack, and no delivery to the asker is recorded.',
  'pack/supplied-by-non-holder': 'Somebody who did not hold the pack reported supplying it.',
  'pack/not-entitled': 'This kind of organisation cannot say this of a pack.',
  'pack/locked': 'The pack is locked while somebody looks into it.',
  'pack/already-supplied': 'The pack was supplied before.',
  'pack/already-done-here': 'The asker supplied the pack here a few minutes ago.',
  'pack/destroyed': 'The pack was reported destroyed.',
  'pack/exported': 'The pack was reported exported.',
  'pack/sample': 'The pack was taken as a sample.',
  'pack/free-sample': 'The pack was given away as a free sample.',
  'pack/stolen': 'The pack was reported stolen.',
  'pack/batch-mismatch': 'The batch read is not the batch recorded for the serial.',
  'pack/expiry-mismatch': 'The expiry date read is not the one recorded for the serial.',
  'pack/unknown': 'The batch is known, the serial is not.',
  'pack/changed': 'The change asked for was made.',
  'pack/undo-too-late': 'The ten days in which a step can be undone are over.',
  'pack/undo-elsewhere': 'A step can be undone only at the location where it was made.',
  'pack/undo-not-yours': 'A step can be undone only by the organisation that made it.',
  'pack/undo-moved-on': 'The pack went on to somebody else since, whose records rest on the step.',
  'pack/undo-nothing': 'There is no step that could be undone.',
  'batch/unknown': 'Neither the batch nor the serial is known.',
  'batch/recalled': 'The batch is recalled, and the recall reaches this place.',
  'batch/expired': 'The local date is after the expiry date.',
  'product/unknown': 'The product is not in the register.',
  'product/withdrawn': 'The product is withdrawn from this market.',
} as const;

/** One of {@link COUNTER_CODES}. */
export type CounterCode = keyof typeof COUNTER_CODES;
