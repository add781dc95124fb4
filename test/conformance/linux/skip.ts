import { existsSync } from "node:fs";
import type { DebianKernelName } from "../../../src/conformance/linux/debian-kernels.ts";
import { findTool, type Tool } from "../../../src/conformance/linux/environment.ts";
import { cachedKernel, type Kernel } from "../../../src/conformance/linux/kernels.ts";

const tools: readonly Tool[] = ["qemu-system-x86_64", "setpriv", "gcc"];

/**
 * The kernel to test with: the file that KEXEC_MODEL_KERNEL names, or the one in the cache. Tests
 * download nothing.
 *
 * @returns the reason, as a sentence, when this machine cannot boot one
 */
export function usableKernel(name: DebianKernelName): Kernel | string {
  const missing = tools.find((tool) => findTool(tool) === null);
  if (missing !== undefined) return `expected ${missing} on PATH, got none`;
  const path = process.env.KEXEC_MODEL_KERNEL;
  if (path !== undefined && existsSync(path)) return { path, package: null, sha256: "" };
  return (
    cachedKernel(name) ??
    `expected a ${name} kernel in the cache, got none: run \`kexec-model kernels fetch ${name}\``
  );
}

/** Prints why tests are skipped; the runner counts them. */
export function reportSkip(reason: string): void {
  console.warn(`skipped: ${reason}`);
}
