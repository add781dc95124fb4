import type { Broken } from "../mutation/judge.ts";
import type { MutantResult, MutationResult, Proof, Refutation } from "../mutation/result.ts";

/** A file that is no mutation result; the message says what is wrong. */
export class MutationFileError extends Error {
  override readonly name = "MutationFileError";
}

const FORMAT = "kexec-model mutation 1";

/**
 * A mutation result as text: JSON, one line per mutant, so that a difference between two of them is
 * read line by line. Properties are numbered.
 */
export function mutationText({ kernels, properties, mutants, alone }: MutationResult): string {
  const names = Object.keys(properties);
  const killers = [...new Set(Object.values(mutants).flatMap(killersOf))];
  const extra = killers.filter((name) => !(name in properties)).sort();
  const numbers = new Map([...names, ...extra].map((name, i) => [name, i]));
  const lines = Object.entries(mutants).map(
    ([name, result]) => `${JSON.stringify(name)}: ${JSON.stringify(packed(result, numbers))}`,
  );
  return [
    "{",
    `"format": ${JSON.stringify(FORMAT)},`,
    `"kernels": ${JSON.stringify(kernels)},`,
    '"properties": [',
    [...names.map((name) => [name, properties[name]]), ...extra.map((name) => [name, null])]
      .map((entry) => JSON.stringify(entry))
      .join(",\n"),
    "],",
    '"alone": [',
    Object.entries(alone)
      .map(([name, { mutant, where, steps }]) => JSON.stringify([name, mutant, where, steps]))
      .join(",\n"),
    "],",
    '"mutants": {',
    lines.join(",\n"),
    "}",
    "}",
    "",
  ].join("\n");
}

function killersOf(result: MutantResult): string[] {
  return result.verdict === "killed" ? result.by.map(({ name }) => name) : [];
}

type Packed = readonly unknown[];

function packed(result: MutantResult, numbers: ReadonlyMap<string, number>): Packed {
  const { part, verdict } = result;
  switch (verdict) {
    case "killed":
      return [
        part,
        verdict,
        result.where,
        ...result.by.map(({ name, steps }) => [numbers.get(name) ?? -1, steps]),
      ];
    case "suite":
      return [part, verdict, result.found];
    case "equivalent":
      return [part, verdict, ...packedProof(result.proof)];
    case "survived":
      return [part, verdict, result.why];
  }
}

function packedProof(proof: Proof): Packed {
  if (proof.kind === "unreached") return [proof.kind];
  if (proof.kind === "same-steps") return [proof.kind, proof.compared];
  const worlds = proof.worlds.map(({ where, states, mutantStates, pairs }) => [
    where,
    states,
    mutantStates,
    pairs,
  ]);
  return [proof.kind, ...worlds];
}

/**
 * Reads what `mutationText` wrote.
 *
 * @throws MutationFileError naming the place, what was expected there and what was found
 */
export function parseMutation(text: string): MutationResult {
  const file = object(parsed(text), "file");
  if (file["format"] !== FORMAT) throw wrong("format", JSON.stringify(FORMAT), file["format"]);
  const properties = list(file["properties"], "properties").map((entry, i) => {
    const [name, digest] = list(entry, `properties[${i}]`);
    return [textAt(name, `properties[${i}][0]`), digest] as const;
  });
  const names = properties.map(([name]) => name);
  return {
    kernels: list(file["kernels"], "kernels").map((kernel, i) => textAt(kernel, `kernels[${i}]`)),
    properties: Object.fromEntries(
      properties.flatMap(([name, digest]) => (typeof digest === "string" ? [[name, digest]] : [])),
    ),
    alone: Object.fromEntries(
      list(file["alone"], "alone").map((entry, i) => refutation(entry, `alone[${i}]`)),
    ),
    mutants: Object.fromEntries(
      Object.entries(object(file["mutants"], "mutants")).map(([name, line]) => [
        name,
        unpacked(list(line, `mutants.${name}`), names, `mutants.${name}`),
      ]),
    ),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MutationFileError(
      `expected JSON, got: ${error instanceof Error ? error.message : ""}`,
    );
  }
}

function unpacked(line: Packed, names: readonly string[], at: string): MutantResult {
  const [part, verdict, first, ...rest] = line;
  const base = { part: textAt(part, `${at}[0]`) };
  switch (verdict) {
    case "killed":
      return {
        ...base,
        verdict,
        where: textAt(first, `${at}[2]`),
        by: rest.map((entry, i) => broken(entry, names, `${at}[${i + 3}]`)),
      };
    case "suite":
      return { ...base, verdict, found: textAt(first, `${at}[2]`) };
    case "survived":
      return { ...base, verdict, why: textAt(first, `${at}[2]`) };
    case "equivalent":
      return { ...base, verdict, proof: proof(first, rest, at) };
    default:
      throw wrong(`${at}[1]`, "killed, suite, equivalent or survived", verdict);
  }
}

function broken(entry: unknown, names: readonly string[], at: string): Broken {
  const [number, steps] = list(entry, at);
  const name = names[Number(number)];
  if (name === undefined) throw wrong(`${at}[0]`, "the number of a property", number);
  return { name, steps: steps === null ? null : whole(steps, `${at}[1]`) };
}

function refutation(entry: unknown, at: string): [string, Refutation] {
  const [name, mutant, where, steps] = list(entry, at);
  return [
    textAt(name, `${at}[0]`),
    {
      mutant: textAt(mutant, `${at}[1]`),
      where: textAt(where, `${at}[2]`),
      steps: whole(steps, `${at}[3]`),
    },
  ];
}

function proof(kind: unknown, rest: readonly unknown[], at: string): Proof {
  if (kind === "unreached") return { kind };
  if (kind === "same-steps") return { kind, compared: whole(rest[0], `${at}[3]`) };
  if (kind !== "bisimilar") throw wrong(`${at}[2]`, "the kind of a proof", kind);
  return {
    kind,
    worlds: rest.map((entry, i) => {
      const place = `${at}[${i + 3}]`;
      const [where, states, mutantStates, pairs] = list(entry, place);
      return {
        where: textAt(where, `${place}[0]`),
        states: whole(states, `${place}[1]`),
        mutantStates: whole(mutantStates, `${place}[2]`),
        pairs: whole(pairs, `${place}[3]`),
      };
    }),
  };
}

function object(value: unknown, at: string): Readonly<Record<string, unknown>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) throw wrong(at, "an object", value);
  return value as Readonly<Record<string, unknown>>; // an object that is no array
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(at, "a list", value);
  return value;
}

function textAt(value: unknown, at: string): string {
  if (typeof value !== "string") throw wrong(at, "a text", value);
  return value;
}

function whole(value: unknown, at: string): number {
  if (!Number.isSafeInteger(value)) throw wrong(at, "a whole number", value);
  return Number(value);
}

function wrong(at: string, expected: string, got: unknown): MutationFileError {
  const found = (JSON.stringify(got) ?? "nothing").slice(0, 60);
  return new MutationFileError(`${at}: expected ${expected}, got ${found}`);
}
