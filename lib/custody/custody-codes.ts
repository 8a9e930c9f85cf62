/**
 * Every reason that a rule of custody can give, and what it means. Codes are stable for ever; the counter uses the same
 * ones where it means the same.
 */
export const CUSTODY_CODES = {
  'pack/unknown': 'No effective commissioning of the serial is recorded.',
  'pack/already-commissioned': 'The serial has a commissioning already, with another content.',
  'pack/already-supplied': 'The pack was supplied before.',
  'pack/destroyed': 'The pack was reported destroyed.',
  'pack/exported': 'The pack was reported exported.',
  'pack/sample': 'The pack was taken as a sample.',
  'pack/free-sample': 'The pack was given away as a free sample.',
  'pack/stolen': 'The pack was reported stolen.',
  'pack/locked': 'The pack is locked while somebody looks into it.',
  'pack/not-held': 'The reporter neither holds the pack nor has a visible delivery of it.',
  'pack/supplied-by-non-holder': 'Somebody who did not hold the pack reported supplying it.',
  'pack/not-entitled': 'This kind of organisation cannot say this of a pack.',
  'pack/not-in-transit': 'No open shipment by the reporter could be taken back.',
  'pack/receipt-inferred': 'The pack was on its way to the reporter; its receipt is inferred.',
  'pack/held-in-group': 'Another organisation of the reporter’s owner group held the pack.',
  'pack/lift-nothing': 'The statement lifts something that does not stand.',
  'pack/lift-not-yours': 'Only who locked it, or a regulator, can lift it; a theft only a regulator.',
  'pack/undo-too-late': 'The ten days in which a step can be undone are over.',
  'pack/undo-elsewhere': 'A step can be undone only at the location where it was made.',
  'pack/undo-never': 'This step cannot be undone.',
  'correction/nothing':
    'No earlier event of the reporter about this pack stands that the declaration could mean.',
  'correction/not-yours': 'Only the organisation that reported an event can declare it in error.',
  'correction/rested-on':
    'What others recorded rests on the event, and no recorded corrective event keeps it true.',
  'event/late': 'The event is late, and what others recorded since would no longer hold.',
  'event/same': 'The same content was recorded before: it is the same event.',
  'event/ahead-of-its-record': 'The event time lies more than five minutes after the record time.',
  'container/unknown': 'Nothing is recorded of what is in the container.',
  'container/not-yours':
    'The number of the container belongs to an organisation that the reporter does not speak for.',
  'container/not-held': 'The reporter neither holds the container nor has a visible delivery of it.',
  'container/not-inside': 'The object is not in this container, by the record.',
  'container/cycle': 'The container would come to stand in itself.',
  'container/too-deep': 'Containers stand in containers up to eight levels deep.',
  'container/not-for-patients': 'Packs are supplied or sampled, containers are not.',
  'container/unpacking-inferred': 'The object was in a closed container; that it was taken out is inferred.',
  'container/seen-elsewhere': 'The object was seen at another place than its container.',
  'batch/recalled': 'The batch is recalled, and the recall reaches this place.',
  'batch/expired': 'The local date is after the expiry date.',
  'batch/expiry-differs': 'Records of one batch give different expiry dates.',
  'batch/expiry-later': 'A correction gives the pack a later expiry date.',
  'batch/lift-nothing': 'No recall of the batch stands that the statement could lift.',
  'batch/lift-not-yours': 'Only its issuer can lift a recall.',
  'product/withdrawn': 'The product is withdrawn from this market.',
  'product/not-yours': 'Only the holder of the GTIN may say this of the product.',
} as const;

/** One of {@link CUSTODY_CODES}. */
export type CustodyCode = keyof typeof CUSTODY_CODES;
