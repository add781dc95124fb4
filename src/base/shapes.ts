/** Reads the parts of a parsed JSON file; each says where it stands and what was expected there. */
export interface Shapes {
  readonly object: (value: unknown, at: string) => Readonly<Record<string, unknown>>;
  readonly list: (value: unknown, at: string) => readonly unknown[];
  readonly text: (value: unknown, at: string) => string;
  readonly integer: (value: unknown, at: string) => number;
  /** The error of a part that is not what was expected. */
  readonly wrong: (at: string, expected: string, got: unknown) => Error;
}

/** @param errorOf makes the error that a kind of file is refused with */
export function shapes(errorOf: (message: string) => Error): Shapes {
  const wrong: Shapes["wrong"] = (at, expected, got) => {
    const found = JSON.stringify(got) ?? "nothing";
    const short = found.length > 60 ? `${found.slice(0, 60)}...` : found;
    return errorOf(`${at}: expected ${expected}, got ${short}`);
  };
  return {
    wrong,
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
    integer: (value, at) => {
      if (!Number.isSafeInteger(value)) throw wrong(at, "a whole number", value);
      return Number(value);
    },
  };
}
