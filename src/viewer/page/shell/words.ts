/** A number as people read it: 12,345. */
export function count(value: number): string {
  return value.toLocaleString("en");
}
