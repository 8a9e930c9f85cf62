// biome-ignore lint/style/noProcessEnv: how long a drill lasts is no setting of ours
const isWhole = process.env['VIALOG_DRILL'] === 'whole';

/** How much of a drill is done: `short` in every run of the tests, `whole` by `npm run drill`. */
export const drillLength = (short: number, whole: number): number => (isWhole ? whole : short);
