/** The addresses of the pages, in one place, so that a link and a route cannot drift apart. */
export const PAGE = {
  home: '/',
  signIn: '/sign-in',
  scan: '/scan',
  register: '/register',
  ship: '/ship',
  receive: '/receive',
  packs: '/packs',
  batches: '/batches',
  anomalies: '/anomalies',
  ledger: '/ledger',
  search: '/search',
} as const;

/** The page of one pack. */
export const packAddress = (gtin: string, serial: string): string =>
  `${PAGE.packs}/${gtin}/${encodeURIComponent(serial)}`;

/** The page of one batch. */
export const batchAddress = (gtin: string, lot: string): string =>
  `${PAGE.batches}/${gtin}/${encodeURIComponent(lot)}`;

/** The page of one finding. */
export const findingAddress = (id: string): string => `${PAGE.anomalies}/${encodeURIComponent(id)}`;

/** The page that receives one announced shipment. */
export const receiptAddress = (shipmentId: string): string =>
  `${PAGE.receive}/${encodeURIComponent(shipmentId)}`;

/** The page that follows one registration, which survives leaving it. */
export const registrationAddress = (jobId: string): string => `${PAGE.register}/${encodeURIComponent(jobId)}`;
