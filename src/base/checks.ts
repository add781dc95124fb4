import type { Shapes } from "./shapes.ts";

/** Looks at one part of a parsed file; `at` says where it stands. It throws when it is wrong. */
export type Check = (value: unknown, at: string) => void;

/** A check for every field of a type: one that is forgotten does not compile. */
export type Fields<T> = { readonly [Name in keyof T]-?: Check };

/** Puts checks together to those of larger parts. */
export interface Checks {
  /** An object with these fields and no other. */
  readonly record: <T>(fields: Fields<T>) => Check;
  /** One of several records, told apart by their field `kind`. */
  readonly kinds: (records: Readonly<Record<string, Check>>) => Check;
  readonly listOf: (item: Check) => Check;
  readonly orNull: (check: Check) => Check;
  readonly one: (options: readonly unknown[]) => Check;
  /** A number from 0 on that need not be whole. */
  readonly amount: Check;
}

/** For a field that was looked at in another place. */
export const lookedAt: Check = () => {};

export function checks({ object, list, oneOf, wrong }: Shapes): Checks {
  return {
    record: (fields) => {
      const known = Object.entries<Check>(fields);
      return (value, at) => {
        const given = object(value, at);
        const extra = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
        if (extra !== undefined) {
          throw wrong(at, known.map(([name]) => name).join(", "), { [extra]: given[extra] });
        }
        for (const [name, check] of known) {
          check(Object.hasOwn(given, name) ? given[name] : undefined, `${at}.${name}`);
        }
      };
    },
    kinds: (records) => {
      const kinds = Object.entries(records);
      return (value, at) => {
        const { kind } = object(value, at);
        const names = kinds.map(([name]) => name);
        const found = names.indexOf(oneOf(kind, `${at}.kind`, names));
        kinds[found]?.[1](value, at);
      };
    },
    listOf: (item) => (value, at) => {
      for (const [i, one] of list(value, at).entries()) item(one, `${at}[${i}]`);
    },
    orNull: (check) => (value, at) => {
      if (value !== null) check(value, at);
    },
    one: (options) => (value, at) => {
      oneOf(value, at, options);
    },
    amount: (value, at) => {
      const good = typeof value === "number" && Number.isFinite(value) && value >= 0;
      if (!good) throw wrong(at, "a number from 0 on", value);
    },
  };
}
