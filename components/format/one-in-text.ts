const NAMES: readonly (readonly [least: number, name: string])[] = [
  [1e18, 'quintillion'],
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** A small chance as people can picture it: `1 in 115 trillion`, `1 in 400`. */
export function oneInText(chance: number): string {
  if (chance <= 0) return 'none';
  const oneIn = 1 / chance;
  if (oneIn < 1e6) return `1 in ${new Intl.NumberFormat('en-GB').format(Math.floor(oneIn))}`;
  const [least, name] = NAMES.find(([size]) => oneIn >= size) ?? [1e6, 'million'];
  const many = oneIn / least;
  if (many >= 1000) return `1 in more than 1,000 ${name}`;
  return `1 in ${many < 10 ? many.toFixed(1) : Math.floor(many)} ${name}`;
}
