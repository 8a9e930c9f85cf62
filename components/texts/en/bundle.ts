import type { BundleFaultCode } from '../../../lib/evidence/bundle/bundle-fault.ts';

/** Why a bundle does not hold, for people. */
export const bundleFaultText: Record<BundleFaultCode, string> = {
  'bundle/too-large': 'The file is larger than any bundle.',
  'bundle/not-text': 'This is not a bundle: the file is not text.',
  'bundle/too-dense': 'This is not a bundle.',
  'bundle/not-json': 'This is not a bundle: the file is not JSON, or it is cut off.',
  'bundle/not-canonical': 'The file was written again by some program. Ask for the original.',
  'bundle/format': 'This is not a bundle of Vialog.',
  'bundle/version': 'The bundle is of a version that this page does not know.',
  'bundle/shape': 'A part of the bundle is missing or not what it should be.',
  'bundle/seal': 'The content is not what was sealed: something was changed after the bundle was made.',
  'bundle/seal-key': 'The key of the seal cannot be read.',
  'bundle/policy': 'The bundle does not say who must have signed the head.',
  'bundle/log-key': 'The head was not signed by this log.',
  'bundle/checkpoint': 'The head of the log cannot be read.',
  'bundle/too-few-witnesses': 'Too few witnesses have signed the head.',
  'bundle/witness-absent': 'A witness that was asked for has not signed the head.',
  'bundle/order': 'The entries are not in the order of the log.',
  'bundle/same-event': 'An event stands in the bundle twice.',
  'bundle/leaf': 'An entry cannot be read.',
  'bundle/inclusion': 'An entry is not in the log.',
  'bundle/fields': 'An entry commits to other fields than the bundle names.',
  'bundle/opening': 'A value is not the one that was recorded.',
  'bundle/subject': 'An event is not about what the bundle says.',
  'bundle/link': 'An event does not follow the one that the bundle says.',
  'bundle/history': 'Something is missing from a history that is said to be whole.',
  'bundle/erasure': 'A field is said to be erased, and nobody has stated that.',
  'bundle/actor-key': 'An event is signed with a key that was not its organisation’s.',
  'bundle/actor-signature': 'The signature of an event is false.',
  'bundle/observation': 'A verification is not the one that was recorded.',
};

/** Texts of the page that checks bundles, and of the links that lead to them. */
export const bundleTexts = {
  title: 'Check a bundle',
  lead: 'Choose an evidence file. It is checked in this browser; nothing is sent, and no network is needed.',
  choose: 'Evidence file',
  drop: 'or drop it here',
  key: 'Key of the log (optional)',
  keyHint:
    'From the log itself or from somebody you trust. It makes sure that the file is of that log and no other.',
  badKey: 'This is no verifier key.',
  working: 'Checking',
  unreadable: 'The file could not be read.',
  holds: 'The bundle holds',
  fails: 'DOES NOT HOLD',
  failsText: 'Do not rely on this file. Keep it, and ask for it again where it came from.',
  at: (place: string) => `Place in the file: ${place}`,
  about: {
    pack: (gtin: string, serial: string) => `About the pack ${gtin}, serial ${serial}`,
    batch: (gtin: string, lot: string) => `About the batch ${lot} of ${gtin}`,
    case: (finding: string) => `About the case ${finding}`,
  },
  made: (at: string, reader: string) =>
    `Made at ${at} for organisation ${reader}: it shows what that reader may see.`,
  head: (entries: string, origin: string, size: string) =>
    `${entries} entries stand, as shown, in ${origin}, under its signed head of ${size} entries.`,
  witnesses: (signed: string, of: string) => `${signed} of ${of} witnesses have signed that head.`,
  noWitnesses: 'The log names no witnesses: it could show somebody else another log.',
  given: 'The head is signed with the key that you gave.',
  ofThisSite: 'The head is signed with the key of this site’s log.',
  ownKey:
    'The key is the bundle’s own: this shows that the file agrees with itself, and not yet whose log it is. Give the key above.',
  whole: (id: string, events: string) =>
    `${id}: ${events} events, all from the first to the last shown here. Whether there is a later one is not proved.`,
  part: (id: string, events: string) => `${id}: ${events} events, which need not be all.`,
  observations: (count: string) => `${count} verifications or refused attempts are proved.`,
  sealed: (key: string) =>
    `What the log cannot prove (a finding’s words, the rules’ versions) is vouched for by ${key}.`,
  entry: (index: string) => `Entry ${index}`,
  statement: 'A statement',
  signingKey: 'A key that signs',
  signed: (own: string, platform: string) =>
    `${own} events are signed with their organisation’s own key, ${platform} with one that the platform holds for it.`,
  states: { shown: 'shown', withheld: 'withheld', erased: 'erased by its reporter' },
  more: (count: string) => `and ${count} more entries, all checked`,
  finding: 'What the operator’s detector said',
  evidence: {
    title: 'Evidence to take away',
    text: 'One file that anybody can check without this site, with all that you may see. The cover is for reading and printing.',
    file: 'Evidence file',
    pdf: 'Cover as PDF',
    html: 'Cover to print',
    check: 'Check a file',
  },
  erased: 'Erased by its reporter',
  erase: {
    open: 'Erase fields',
    text: 'Value and salt are deleted for good. What was recorded stays provable without them, and the log will say that they were erased.',
    fields: 'Fields to erase',
    confirm: 'I understand that this cannot be undone',
    submit: 'Erase for good',
    done: 'Erased',
    none: 'Choose at least one field.',
  },
} as const;
