import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { machines } from "./charts.ts";

/** A node of the syntax tree, as far as this test looks at it. */
interface Syntax {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === "object" && value !== null && "type" in value;
}

function parse(file: string): Syntax {
  const source = readFileSync(new URL(`../../machines/${file}`, import.meta.url), "utf8");
  return parseAst(source, { lang: "ts" }) as unknown as Syntax; // ESTree, read by name
}

function* within(syntax: Syntax): Generator<Syntax> {
  yield syntax;
  for (const value of Object.values(syntax)) {
    for (const item of [value].flat()) if (isSyntax(item)) yield* within(item);
  }
}

/** The arguments of the calls of `createMachine` in a file. */
function createMachineCalls(program: Syntax): Syntax[][] {
  return [...within(program)]
    .filter(({ type, callee }) => {
      const name = isSyntax(callee) && isSyntax(callee.property) ? callee.property.name : null;
      return type === "CallExpression" && name === "createMachine";
    })
    .map((call) => call.arguments as Syntax[]); // every CallExpression has them
}

/** The constants of a file that are literals themselves. */
function constantsOf(program: Syntax): ReadonlyMap<string, Syntax> {
  const declared = [...within(program)].filter(({ type }) => type === "VariableDeclarator");
  return new Map(
    declared.flatMap(({ id, init }) => {
      const literal = isSyntax(init) && init.type === "TSAsExpression" ? init.expression : init;
      return isSyntax(id) && isSyntax(literal) ? [[String(id.name), literal] as const] : [];
    }),
  );
}

/**
 * The value of a literal; code that would have to run first is refused.
 *
 * @param names what a name may stand for: nothing, but in actions a constant of the same file
 */
function read(syntax: Syntax, names: ReadonlyMap<string, Syntax>, inActions = false): unknown {
  switch (syntax.type) {
    case "Literal":
      return syntax.value;
    case "ArrayExpression":
      return (syntax.elements as Syntax[]).map((item) => read(item, names, inActions)); // ESTree's
    case "ObjectExpression":
      return Object.fromEntries(
        (syntax.properties as Syntax[]).map((one) => entryOf(one, names, inActions)), // ESTree's
      );
    case "Identifier": {
      const constant = inActions ? names.get(String(syntax.name)) : undefined;
      if (constant) return read(constant, names);
      throw new TypeError(`expected a literal, got the name ${syntax.name}`);
    }
    default:
      throw new TypeError(`expected a literal, got ${syntax.type}`);
  }
}

function entryOf(
  property: Syntax,
  names: ReadonlyMap<string, Syntax>,
  inActions: boolean,
): [string, unknown] {
  const { type, computed, shorthand, key, value } = property;
  if (type !== "Property" || computed || shorthand || !isSyntax(key) || !isSyntax(value)) {
    throw new TypeError(`expected "key: value", got ${type}`);
  }
  const name = String(key.name ?? key.value);
  const actions = inActions || name === "actions";
  return [name, name === "context" ? "runs code" : read(value, names, actions)];
}

/** `kexecLoad` is in `kexec-load.ts`. */
function fileOf(id: string): string {
  return `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}

const literals = Object.entries(machines).map(([id, machine]) => [fileOf(id), machine] as const);

describe.each(literals)("%s", (file, machine) => {
  const program = parse(file);

  test("has one createMachine call, with one argument", () => {
    expect(createMachineCalls(program).map((args) => args.length)).toEqual([1]);
  });

  test("is a literal that a tool reads without running it: names stand for constant actions only", () => {
    const [[literal] = []] = createMachineCalls(program);
    const value = literal ? read(literal, constantsOf(program)) : null;
    expect(value).toEqual({ ...machine.config, context: "runs code" });
  });
});

describe("what a tool could not read is refused", () => {
  test.each([
    ["a spread", "({ states: { ...EINVAL } })", "SpreadElement"],
    ["a state by name", "({ states: { idle: EINVAL } })", "the name EINVAL"],
    ["a state in short", "({ states: { EINVAL } })", "Property"],
    ["a state that is made by a call", "({ states: { idle: f() } })", "CallExpression"],
    ["an action that is no constant of the file", "({ actions: [unknown] })", "the name unknown"],
  ])("%s", (_, source, got) => {
    const program = parseAst(`const EINVAL = {}; ${source}`) as unknown as Syntax; // ESTree
    const [, expression] = [...within(program)].filter(({ type }) => type === "ObjectExpression");
    const refused = expression ?? expect.fail("no object");
    expect(() => read(refused, constantsOf(program))).toThrow(new RegExp(`got ${got}$`));
  });
});
