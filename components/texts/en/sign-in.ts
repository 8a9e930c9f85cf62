/** Texts of the sign-in page. */
export const signInTexts = {
  title: 'Sign in',
  promise: 'What happens to a medicine, written where nobody can change it unnoticed.',
  points: [
    'Scan a pack: one word tells you what to do with it.',
    'Every step is an entry in a public log that anyone can check.',
    'What looks wrong reaches a regulator with its evidence.',
  ],
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show',
  hidePassword: 'Hide',
  submit: 'Sign in',
  demoTitle: 'Try it in a role',
  demoText: 'This is a demo with invented organisations and packs. One click signs you in.',
} as const;
