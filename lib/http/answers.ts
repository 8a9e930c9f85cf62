import type { AuthorityCode } from '../custody/authority/authority-codes.ts';
import type { CounterCode } from '../custody/counter/counter-codes.ts';
import type { EpcisErrorCode } from '../epcis/epcis-error.ts';

/** Status, title, and the `type` where a standard names one. */
type Answer = readonly [status: number, title: string, type?: `epcisException:${string}`];

const VALIDATION = 'epcisException:ValidationException';

/** Faults in what was captured (EPCIS 2.0 section 12: ValidationException). */
const EPCIS = {
  'epcis/not-json': [400, 'The document is not JSON', VALIDATION],
  'epcis/xml-syntax': [400, 'The document is not XML', VALIDATION],
  'epcis/xml-encoding': [400, 'The document is written in an encoding that is not read', VALIDATION],
  'epcis/xml-doctype': [400, 'The document type defines something', VALIDATION],
  'epcis/xml-limit': [400, 'The document has a part beyond what is read', VALIDATION],
  'epcis/character': [400, 'A text holds a character that cannot be kept', VALIDATION],
  'epcis/too-deep': [400, 'The document is nested too deeply', VALIDATION],
  'epcis/not-an-object': [400, 'An object was expected', VALIDATION],
  'epcis/not-a-list': [400, 'A list was expected', VALIDATION],
  'epcis/not-text': [400, 'A text was expected', VALIDATION],
  'epcis/not-a-number': [400, 'A number was expected', VALIDATION],
  'epcis/not-a-boolean': [400, 'True or false was expected', VALIDATION],
  'epcis/required': [400, 'A required field is missing', VALIDATION],
  'epcis/unknown-field': [400, 'The standard knows no such field here', VALIDATION],
  'epcis/uri': [400, 'A URI was expected', VALIDATION],
  'epcis/context': [400, 'The @context is missing or not usable', VALIDATION],
  'epcis/version': [400, 'The schema version is not 2.0', VALIDATION],
  'epcis/date-time': [400, 'A date and time with zone was expected', VALIDATION],
  'epcis/offset': [400, 'A time zone offset was expected', VALIDATION],
  'epcis/value': [400, 'The standard knows no such value here', VALIDATION],
  'epcis/duplicate': [400, 'A value stands twice', VALIDATION],
  'epcis/empty-list': [400, 'The list is empty', VALIDATION],
  'epcis/no-objects': [400, 'The event names no object', VALIDATION],
  'epcis/ilmd-without-add': [400, 'Master data of instances belongs to the action ADD', VALIDATION],
  'epcis/document-type': [400, 'The document is of no EPCIS type', VALIDATION],
  'epcis/kind-not-supported': [400, 'Events of this kind are not supported yet', VALIDATION],
} as const satisfies Record<EpcisErrorCode, Answer>;

/** The caller may not say this, whatever the state of any pack. */
const AUTHORITY = {
  'authority/viewer': [403, 'Your role can read and not report'],
  'authority/place': [403, 'The place is not yours'],
  'authority/place-not-the-keys': [403, 'Your session or key is bound to another location'],
  'authority/product': [403, 'The product is not yours'],
  'authority/market': [403, 'The market is not yours'],
} as const satisfies Record<AuthorityCode, Answer>;

/** Of the pack API: 404 where nothing is known of what was read, 409 where what is known stands against it. */
const COUNTER = {
  'pack/unknown': [404, 'The serial is not known'],
  'batch/unknown': [404, 'The batch is not known'],
  'product/unknown': [404, 'The product is not in the register'],
  'pack/batch-mismatch': [409, 'The batch is not the one recorded'],
  'pack/expiry-mismatch': [409, 'The expiry date is not the one recorded'],
  'pack/held': [409, 'The pack is held'],
  'container/unpacking-inferred': [409, 'The pack is held in a closed container'],
  'pack/shipment-open': [409, 'The pack is on its way elsewhere'],
  'pack/receipt-inferred': [409, 'The pack is on its way'],
  'pack/held-in-group': [409, 'A sister organisation holds the pack'],
  'pack/not-held': [409, 'The pack is not held here'],
  'pack/supplied-by-non-holder': [409, 'Somebody else reported supplying the pack'],
  'pack/not-entitled': [409, 'Your kind of organisation cannot say this of a pack'],
  'pack/locked': [409, 'The pack is locked'],
  'pack/already-supplied': [409, 'The pack was supplied before'],
  'pack/already-done-here': [409, 'Already done here'],
  'pack/destroyed': [409, 'The pack was reported destroyed'],
  'pack/exported': [409, 'The pack was reported exported'],
  'pack/sample': [409, 'The pack was taken as a sample'],
  'pack/free-sample': [409, 'The pack was given away as a free sample'],
  'pack/stolen': [409, 'The pack was reported stolen'],
  'pack/changed': [409, 'The pack is in that state already'],
  'pack/undo-too-late': [409, 'The time for undoing is over'],
  'pack/undo-elsewhere': [409, 'It can be undone only where it was done'],
  'pack/undo-not-yours': [409, 'Only who did it can undo it'],
  'pack/undo-nothing': [409, 'There is nothing to undo'],
  'pack/undo-moved-on': [409, 'The pack has moved on since'],
  'batch/recalled': [409, 'The batch is recalled'],
  'batch/expired': [409, 'The batch is expired'],
  'product/withdrawn': [409, 'The product is withdrawn from this market'],
} as const satisfies Record<CounterCode, Answer>;

/** What was sent is no identifier, no header, no body. */
const REQUEST = {
  'body/not-json': [400, 'The body is not JSON', VALIDATION],
  'body/too-large': [413, 'The body is too large', 'epcisException:CaptureLimitExceededException'],
  'body/invalid': [422, 'The body says something that cannot be understood'],
  'media-type/unsupported': [
    415,
    'The media type is not supported',
    'epcisException:UnsupportedMediaTypeException',
  ],
  'epcis/not-in-xml': [
    406,
    'XML of this version has no place for a field',
    'epcisException:NotAcceptableException',
  ],
  'media-type/not-acceptable': [406, 'No such form can be given', 'epcisException:NotAcceptableException'],
  'epcis/query-parameter': [
    400,
    'The query parameter cannot be used',
    'epcisException:QueryParameterException',
  ],
  'header/entry-mode': [422, 'The header Entry-Mode must be scan or manual'],
  'header/idempotency-key': [422, 'The header Idempotency-Key cannot be used'],
  'header/error-behaviour': [
    400,
    'The header GS1-Capture-Error-Behaviour must be rollback or proceed',
    VALIDATION,
  ],
  'header/epc-format': [400, 'The header GS1-EPC-Format cannot be used', VALIDATION],
  'header/cbv-format': [400, 'The header GS1-CBV-XML-Format cannot be used', VALIDATION],
  'identifier/gtin': [422, 'The GTIN is not well-formed'],
  'identifier/serial': [422, 'The serial number is not well-formed'],
  'identifier/batch': [422, 'The batch is not well-formed'],
  'identifier/expiry': [422, 'The expiry date is not well-formed'],
  'access/reason': [422, 'The reason for opening the path is missing'],
  'link/not-a-product': [400, 'The address names no product as GS1 Digital Link writes it'],
  'photo/unreadable': [422, 'The photo is no whole JPEG, PNG or WebP'],
  'pack/state-not-known': [422, 'There is no such state'],
  'request/address': [400, 'The address cannot be decoded'],
  'request/page': [422, 'There is no such page'],
  'request/replayed-differently': [409, 'The Idempotency-Key was used for another request'],
} as const satisfies Record<string, Answer>;

const OTHERS = {
  'auth/no-credentials': [401, 'Credentials are missing', 'epcisException:SecurityException'],
  'auth/bad-key': [401, 'The key is not valid', 'epcisException:SecurityException'],
  'auth/expired-key': [401, 'The key has expired', 'epcisException:SecurityException'],
  'auth/forbidden': [403, 'The key does not allow this', 'epcisException:SecurityException'],
  'auth/second-factor-needed': [
    403,
    'Your organisation demands a second factor',
    'epcisException:SecurityException',
  ],
  'auth/cross-site': [
    403,
    'A session may be used from our own pages only',
    'epcisException:SecurityException',
  ],
  'rate/limited': [429, 'Too many requests'],
  'capture/refused': [403, 'The caller may not say this of the product'],
  'capture/other-content': [
    409,
    'The event is recorded with other content',
    'epcisException:ResourceAlreadyExistsException',
  ],
  'capture/unsigned': [409, 'Your organisation signs with its own key, and nothing was signed with it'],
  'capture/leaf-not-handed-out': [409, 'No leaf of this event was handed out for signing, or it is too old'],
  'capture/leaf-changed': [409, 'The leaf is another than the one that was handed out for signing'],
  'capture/key-not-active': [409, 'The key that signed is not active'],
  'capture/signature': [422, 'The signature is not one over the leaf that was handed out'],
  'header/signature': [400, 'The header Signature must name one signature for each event'],
  'key/length': [422, 'An Ed25519 public key has 32 bytes'],
  'key/odd-encoding': [422, 'The public key is of small order, or not written the shortest way'],
  'key/not-a-point': [422, 'The public key is no point of the curve'],
  'key/torsion': [422, 'The public key has a part of small order'],
  'key/known': [409, 'The key is registered already'],
  'key/not-active': [409, 'No active key of your organisation has this name'],
  'key/draft': [422, 'What was signed is no draft of a key of yours, or it is too old'],
  'key/signature': [422, 'A signature over the draft is missing or not valid'],
  'key/signer': [409, 'An active key of your organisation has to sign this'],
  'leaves/count': [422, 'So many leaves are not handed out at once'],
  'grant/receiver': [422, 'Nobody else is registered under this GLN'],
  'grant/purpose': [422, 'The receiver never reads for this purpose'],
  'grant/period': [422, 'The grant would end before it begins'],
  'grant/subject': [422, 'A batch and a serial are those of a product'],
  'bundle/not-yet': [409, 'The log has published no head yet'],
  'bundle/too-many': [422, 'These are too many events for one file'],
  'bundle/form': [400, 'There is no such form'],
  'erasure/field': [422, 'The event has no such field that can be erased'],
  'labels/none': [409, 'No pack of it is in your hands'],
  'labels/count': [422, 'So many labels are not made at once'],
  'sscc/no-prefix': [409, 'Your organisation has no company prefix here'],
  'sscc/exhausted': [409, 'Your company prefix has no more numbers for so many units'],
  'operations/count': [422, 'So many lines are not taken at once'],
  'serials/count': [422, 'So many packs are not registered at once'],
  'serials/too-large': [413, 'The file is too large'],
  'serials/not-text': [422, 'The file is not UTF-8'],
  'serials/not-json': [422, 'The file is not JSON'],
  'serials/not-a-commissioning': [422, 'An event of the file is no commissioning of packs'],
  'serials/other-batch': [422, 'An event of the file names another batch or expiry date'],
  'registration/overtaken': [409, 'Another upload took the place of this one'],
  'registration/not-now': [409, 'The registration is not at this point'],
  'not-found': [404, 'There is no such thing', 'epcisException:NoSuchResourceException'],
  'server/fault': [500, 'Something failed on our side'],
} as const satisfies Record<string, Answer>;

/** Every error the API can answer with. A new error code does not compile until it is here. */
export const ANSWERS: Readonly<
  Record<
    | keyof typeof EPCIS
    | keyof typeof AUTHORITY
    | keyof typeof COUNTER
    | keyof typeof REQUEST
    | keyof typeof OTHERS,
    Answer
  >
> = { ...EPCIS, ...AUTHORITY, ...COUNTER, ...REQUEST, ...OTHERS };
