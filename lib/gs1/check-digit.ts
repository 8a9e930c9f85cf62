/**
 * The check digit that belongs after `body`, a string of digits (GS1 General Specifications 7.9.1):
 * from the right, digits weigh 3, 1, 3, 1 … and the check digit lifts the sum to a multiple of ten.
 */
export function checkDigit(body: string): number {
  let sum = 0;
  let weight = 3;
  for (let i = body.length - 1; i >= 0; i--) {
    sum += (body.charCodeAt(i) - 48) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}
