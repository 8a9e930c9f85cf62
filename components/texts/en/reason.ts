/** Texts of the question that stands before a pack's path. */
export const reasonTexts = {
  title: 'Why do you open this pack’s path?',
  text: 'It shows what organisations did, and to whom. Your reason is kept with your name and the time, and can be asked for.',
  label: 'Reason',
  hint: 'A case, a finding, a report: so that somebody else understands it later.',
  submit: 'Open the path',
} as const;
