import { digestOf } from "../base/digest.ts";
import { createLayout } from "../memory/layout.ts";
import { literals } from "../model/compose.ts";
import { type KernelName, suiteWorlds } from "../model/worlds.ts";

/**
 * Says which model a suite was made from: a hash of the statecharts and of the worlds with their
 * requests. A suite of another model may expect what this one does not.
 */
export function modelHash(kernel: KernelName): string {
  const worlds = suiteWorlds(kernel);
  const charts = worlds.slice(0, 1).flatMap(({ bounds }) => {
    const { doors, regions, root } = literals(createLayout(bounds));
    return [...doors, ...Object.values(regions), root].map(({ config }) => config as object);
  });
  const text = JSON.stringify({ worlds, charts }, (key, value: unknown) => {
    if (key === "context") return null;
    return typeof value === "bigint" ? String(value) : value;
  });
  return digestOf(text);
}
