import { kexecProperties } from "../../properties/index.ts";
import type { KexecProperty } from "../../properties/state.ts";
import type { Feature } from "../../src/memory/bounds.ts";
import { createLayout, type Layout } from "../../src/memory/layout.ts";
import { chartsOf, literalOf } from "../../src/model/literal.ts";
import {
  type KernelName,
  kernelNames,
  kernels,
  type World,
  worldsOf,
} from "../../src/model/worlds.ts";

/** A world of the seed's kernel. */
export function worldNamed(name: string): World {
  const world = worldsOf("quick", "seed").find((each) => each.name === name);
  if (!world) throw new RangeError(`expected a world of the preset quick, got ${name}`);
  return world;
}

export const layout: Layout = createLayout(worldNamed("race").bounds);
export const literal = literalOf(layout);
export const properties = kexecProperties(layout);

/** One property, and what each kernel that has it expects of it. */
export interface Claim {
  readonly property: KexecProperty;
  readonly expected: ReadonlyMap<KernelName, Expected>;
}

/** `holds`, `weakness`, or the id of the known bug that breaks the property. */
type Expected = string;

/** Every property of every kernel, by name. */
export const claims: ReadonlyMap<string, Claim> = claimsOfAllKernels();

function claimsOfAllKernels(): Map<string, Claim> {
  const found = new Map<string, Claim>();
  for (const kernel of kernelNames) {
    for (const property of kexecProperties(layoutOf(kernel))) {
      const { expected = new Map() } = found.get(property.name) ?? {};
      found.set(property.name, {
        property,
        expected: new Map([...expected, [kernel, expectedOf(property)]]),
      });
    }
  }
  return found;
}

/** Whether a kernel has a feature. */
export function has(kernel: KernelName, feature: string): boolean {
  return (kernels[kernel] as readonly Feature[]).some((own) => own === feature);
}

function expectedOf({ expect }: KexecProperty): Expected {
  if (expect === undefined) return "holds";
  return expect.kind === "known-violation" ? expect.id : expect.kind;
}

function layoutOf(kernel: KernelName): Layout {
  const [world] = worldsOf("quick", kernel);
  if (!world) throw new RangeError(`expected a world of the kernel ${kernel}`);
  return createLayout(world.bounds);
}

/** Why a state does not exist in some kernel, one reason per kernel without it. */
export function reasonsAgainst(path: string): string[] {
  return literals.flatMap(
    ({ states }) => states.find((each) => each.path === path)?.unreachable ?? [],
  );
}

const literals = kernelNames.map((kernel) => literalOf(layoutOf(kernel)));

/** The errors that a transition may end its call with. */
export function errorsOf(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    chartsOf(layout).flatMap(({ prefix, chart }) =>
      chart.transitions.map(
        ({ key, definition }) =>
          [`${prefix}${key}`, definition.actions.flatMap(errorsOfAction)] as const,
      ),
    ),
  );
}

/** What actions set whose error is in the event. */
const errorsOfEvents: Readonly<Record<string, readonly string[]>> = {
  setCopyResult: ["EFAULT", "ENOMEM"],
  setArchitectureResult: ["ENOMEM", "EBUSY"],
  setFileResult: ["ENOMEM", "EINVAL"],
};

function errorsOfAction(action: unknown): readonly string[] {
  if (typeof action === "string") return errorsOfEvents[action] ?? [];
  if (typeof action !== "object" || action === null || !("type" in action)) return [];
  if (action.type !== "setResult" || !("params" in action)) return [];
  const { params } = action;
  if (typeof params !== "object" || params === null || !("errno" in params)) return [];
  return [String(params.errno)];
}
