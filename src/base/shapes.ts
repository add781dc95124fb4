/** Reads the parts of a parsed JSON file; each says where it stands and what was expected there. */
export interface Shapes {
  readonly object: (value: unknown, at: string) => Readonly<Record<string, unknown>>;
  readonly list: (value: unknown, at: string) => readonly unknown[];
  readonly text: (value: unknown, at: string) => string;
  readonly flag: (value: unknown, at: string) => boolean;
  readonly integer: (value: unknown, at: string) => number;
  /** A whole number from 0 on, and up to `max` if there is one. */
  readonly count: (value: unknown, at: string, max?: number) => number;
  readonly oneOf: <T>(value: unknown, at: string, options: readonly T[]) => T;
  /** The error of a part that is not what was expected. */
  readonly wrong: (at: string, expected: string, got: unknown) => Error;
}

/** @param errorOf makes the error that a kind of file is refused with */
export function shapes(errorOf: (message: string) => Error): Shapes {
  const wrong: Shapes["wrong"] = (at, expected, got) =>
    errorOf(`${at}: expected ${expected}, got ${spelt(got)}`);
  const integer: Shapes["integer"] = (value, at) => {
    if (!Number.isSafeInteger(value)) throw wrong(at, "a whole number", value);
    return Number(value);
  };
  return {
    wrong,
    integer,
    object: (value, at) => {
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      if (!isObject) throw wrong(at, "an object", value);
      return value as Readonly<Record<string, unknown>>; // an object that is no array
    },
    list: (value, at) => {
      if (!Array.isArray(value)) throw wrong(at, "a list", value);
      return value;
    },
    text: (value, at) => {
      if (typeof value !== "string") throw wrong(at, "a text", value);
      return value;
    },
    flag: (value, at) => {
      if (typeof value !== "boolean") throw wrong(at, "true or false", value);
      return value;
    },
    count: (value, at, max) => {
      const inside = Number.isSafeInteger(value) && Number(value) >= 0;
      if (inside && (max === undefined || Number(value) <= max)) return Number(value);
      throw wrong(at, `a number from 0 ${max === undefined ? "on" : `to ${max}`}`, value);
    },
    oneOf: (value, at, options) => {
      const found = options.find((option) => option === value);
      if (found === undefined) throw wrong(at, choiceText(options), value);
      return found;
    },
  };
}

/** Longest that a message quotes of what it found. */
const quoted_characters = 60;
/** Longer lists of options are cut: there are hundreds of mutants. */
const options_max = 60;

function choiceText(options: readonly unknown[]): string {
  const names = options.slice(0, options_max).map((option) => JSON.stringify(option));
  const more = options.length - names.length;
  return [...names, ...(more > 0 ? [`${more} others`] : [])].join(" or ");
}

function spelt(value: unknown): string {
  const found = json(value) ?? "nothing";
  return found.length > quoted_characters ? `${found.slice(0, quoted_characters)}...` : found;
}

/** Lists in lists can be nested deeper than JSON.stringify can follow. */
function json(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return "something deeply nested";
  }
}
