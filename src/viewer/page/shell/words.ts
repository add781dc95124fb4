/** A number as people read it: 12,345. */
export function count(value: number): string {
  return value.toLocaleString("en");
}

/** How often: once, twice, 12,345 times. */
export function times(number: number): string {
  if (number === 1) return "once";
  return number === 2 ? "twice" : `${count(number)} times`;
}

/** As many things as there are: 1 step, 2 steps. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${count(number)} ${number === 1 ? noun : plural}`;
}
