/** The addresses of the pages, in one place, so that a link and a route cannot drift apart. */
export const PAGE = {
  home: '/',
  signIn: '/sign-in',
  scan: '/scan',
  scannerTest: '/scan/self-test',
  register: '/register',
  ship: '/ship',
  receive: '/receive',
  containers: '/containers',
  packs: '/packs',
  batches: '/batches',
  labels: '/labels',
  trends: '/trends',
  anomalies: '/anomalies',
  ledger: '/ledger',
  search: '/search',
  verify: '/verify',
  verifyBundle: '/verify-bundle',
  settings: '/settings',
  settingsPeople: '/settings/people',
  settingsKeys: '/settings/keys',
  settingsGrants: '/settings/grants',
  settingsLog: '/settings/log',
  secondFactor: '/sign-in/second-factor',
  demandedFactor: '/sign-in/demanded',
} as const;

/** The page that asks for the second factor, and leads on to the page that was asked for. */
export const secondFactorAddress = (next: string | null): string =>
  next === null ? PAGE.secondFactor : `${PAGE.secondFactor}?next=${encodeURIComponent(next)}`;

/** The page at which an invitation is accepted. */
export const invitationAddress = (token: string): string => `/invitation/${token}`;

/** The page of one pack. */
export const packAddress = (gtin: string, serial: string): string =>
  `${PAGE.packs}/${gtin}/${encodeURIComponent(serial)}`;

/** The page of one case or pallet. */
export const containerAddress = (sscc: string): string => `${PAGE.containers}/${sscc}`;

/** The products of the organisation, and the page of one of them. */
export const PRODUCTS = '/products';
export const productAddress = (gtin: string): string => `${PRODUCTS}/${gtin}`;

/** The page of one batch. */
export const batchAddress = (gtin: string, lot: string): string =>
  `${PAGE.batches}/${gtin}/${encodeURIComponent(lot)}`;

/** The page that prints the labels of a batch. */
export const batchLabelsAddress = (gtin: string, lot: string): string => `${batchAddress(gtin, lot)}/labels`;

/** The page of one file of labels, as it is made. */
export const labelsAddress = (jobId: string): string => `${PAGE.labels}/${encodeURIComponent(jobId)}`;

/** How far the recall of one batch has come. */
export const recallAddress = (gtin: string, lot: string): string => `${batchAddress(gtin, lot)}/recall`;

/** The page of one finding. */
export const findingAddress = (id: string): string => `${PAGE.anomalies}/${encodeURIComponent(id)}`;

/** The page that receives one announced shipment. */
export const receiptAddress = (shipmentId: string): string =>
  `${PAGE.receive}/${encodeURIComponent(shipmentId)}`;

/** The page that follows one registration, which survives leaving it. */
export const registrationAddress = (jobId: string): string => `${PAGE.register}/${encodeURIComponent(jobId)}`;

/** Where the interface gives the evidence about a pack, a batch and a case. */
export const packBundleAddress = (gtin: string, serial: string): string =>
  `/api/v1/packs/${gtin}/${encodeURIComponent(serial)}/bundle`;
export const batchBundleAddress = (gtin: string, lot: string): string =>
  `/api/v1/batches/${gtin}/${encodeURIComponent(lot)}/bundle`;
export const findingBundleAddress = (id: string): string =>
  `/api/v1/findings/${encodeURIComponent(id)}/bundle`;
