/** The five grades of a finding, in words. */
export const severityTexts = {
  label: 'Severity',
  words: { 1: 'Info', 2: 'Low', 3: 'Investigate', 4: 'High', 5: 'Critical' },
} as const;
