/** The `GS1-EPC-Format` of GS1's OpenAPI. */
export type EpcFormat = 'No_Preference' | 'Always_GS1_Digital_Link' | 'Always_EPC_URN' | 'Never_Translates';

const FORMATS: readonly EpcFormat[] = [
  'No_Preference',
  'Always_GS1_Digital_Link',
  'Always_EPC_URN',
  'Never_Translates',
];

/** Reads the header; absent means `Always_GS1_Digital_Link`, as GS1's OpenAPI lays down. `undefined` for another word. */
export function parseEpcFormat(header: string | undefined): EpcFormat | undefined {
  return header === undefined ? 'Always_GS1_Digital_Link' : FORMATS.find((format) => format === header);
}
