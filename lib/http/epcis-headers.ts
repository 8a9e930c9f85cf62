/** What every answer of the EPCIS interface says of itself (GS1's OpenAPI, components/headers). */
export const EPCIS_HEADERS = {
  'gs1-epcis-version': '2.0.0',
  'gs1-epcis-min': '2.0.0',
  'gs1-epcis-max': '2.0.0',
  'gs1-cbv-version': '2.0.0',
} as const;
