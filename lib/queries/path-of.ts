/** The addresses that a screen's data leads to, as the routes under `app` answer them. */
export const pathOf = {
  pack: (gtin: string, serial: string): string => `/packs/${gtin}/${encodeURIComponent(serial)}`,
  batch: (gtin: string, lot: string): string => `/batches/${gtin}/${encodeURIComponent(lot)}`,
  finding: (id: string): string => `/anomalies/${encodeURIComponent(id)}`,
  registration: (job: string): string => `/register/${job}`,
  shipment: (event: string): string => `/receive/${event}`,
} as const;
