import { createLayout } from "../memory/layout.ts";
import { literalConfig } from "../model/compose.ts";
import { memoryVariants } from "../model/memory-variants.ts";
import type { Mutant } from "../model/mutant.ts";
import { mutants } from "../model/mutants.ts";
import { worldsOf } from "../model/worlds.ts";
import { oneEdgeMutants } from "./one-edge.ts";

/** Where a mutant comes from. */
export type Origin =
  /** One edge of the statechart. */
  | "edge"
  /** One operation of memory. */
  | "memory"
  /** A wrong version with a name of its own. */
  | "named";

export interface Subject extends Mutant {
  readonly origin: Origin;
  /** The operator, the operation's file, or `named`. */
  readonly kind: string;
}

let all: Readonly<Record<string, Subject>> | null = null;

/** Every mutant that there is, by name, in a fixed order. */
export function subjects(): Readonly<Record<string, Subject>> {
  all ??= Object.fromEntries([...edges(), ...named()]);
  return all;
}

function edges(): [string, Subject][] {
  const [world] = worldsOf("quick", "fixed");
  if (!world) throw new RangeError("there is no quick world");
  const literal = literalConfig(createLayout(world.bounds));
  return oneEdgeMutants(literal).map(({ id, operator, breaks, chart }) => [
    id,
    { origin: "edge", kind: operator, breaks, chart },
  ]);
}

function named(): [string, Subject][] {
  const operations: Readonly<Record<string, { readonly file: string }>> = memoryVariants;
  return Object.entries<Mutant>(mutants).map(([name, mutant]) => {
    const file = operations[name]?.file;
    return [name, { ...mutant, origin: file ? "memory" : "named", kind: file ?? "named" }];
  });
}
