import { createHash } from "node:crypto";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { sysctls } from "../../machines/sysctls.ts";
import { createLayout } from "../memory/layout.ts";
import { type KernelName, suiteWorlds } from "../model/worlds.ts";

/**
 * Says which model a suite was made from: a hash of the statechart and of the worlds with their
 * requests. A suite of another model may expect what this one does not.
 */
export function modelHash(kernel: KernelName): string {
  const worlds = suiteWorlds(kernel);
  const charts = worlds.slice(0, 1).flatMap(({ bounds }) => {
    const layout = createLayout(bounds);
    return [kexecLoad(layout).config, sysctls(layout).config];
  });
  const text = JSON.stringify({ worlds, charts }, (key, value: unknown) => {
    if (key === "context") return null;
    return typeof value === "bigint" ? String(value) : value;
  });
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
