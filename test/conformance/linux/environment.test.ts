import { homedir } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  cacheDirectory,
  EnvironmentError,
  findTool,
  toolPath,
} from "../../../src/conformance/linux/environment.ts";
import { findKernel } from "../../../src/conformance/linux/kernels.ts";
import { startVm } from "../../../src/conformance/linux/vm.ts";

afterEach(() => vi.unstubAllEnvs());

describe("a machine that lacks something", () => {
  it("is told which Debian package has the program", async () => {
    vi.stubEnv("PATH", "/nonexistent");
    expect(findTool("gcc")).toBeNull();
    expect(() => toolPath("setpriv")).toThrow(EnvironmentError);
    await expect(startVm({ kernel: "/k", initramfs: "/i" })).rejects.toThrow(
      "expected the program qemu-system-x86_64 on PATH, got none: " +
        "install Debian's qemu-system-x86 (apt-get install qemu-system-x86)",
    );
  });

  it("is told that there is no such kernel", async () => {
    await expect(findKernel({ path: "/nonexistent/vmlinuz" })).rejects.toThrow(
      "expected a kernel image (bzImage) at /nonexistent/vmlinuz, got no file: " +
        "pass another --image PATH, or none to get Debian's",
    );
  });
});

describe("the cache", () => {
  it("is where the XDG specification says", () => {
    vi.stubEnv("XDG_CACHE_HOME", "/var/tmp/cache");
    expect(cacheDirectory()).toBe("/var/tmp/cache/kexec-model");
    vi.stubEnv("XDG_CACHE_HOME", "relative");
    expect(cacheDirectory()).toBe(`${homedir()}/.cache/kexec-model`);
  });
});
