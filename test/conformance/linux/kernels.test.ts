import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debianKernels } from "../../../src/conformance/linux/debian-kernels.ts";
import { choosePackage } from "../../../src/conformance/linux/fetch-kernel.ts";
import {
  findKernel,
  inspectKernel,
  removeKernel,
  removeLeftovers,
} from "../../../src/conformance/linux/kernels.ts";

const debian = debianKernels["6.1"];
const { pinned } = debian;
const newer = "linux-image-6.1.0-100-cloud-amd64";

describe("the package that is fetched", () => {
  it("is the pinned one as long as the suite has it, whatever is newer", async () => {
    const apt = suiteWith({ [pinned.package]: ["6.1.999-1", pinned.version], [newer]: ["7"] });
    expect(await choosePackage(apt, debian)).toBe(`${pinned.package}=${pinned.version}`);
  });

  it("is the newest one that matches when the pinned package is gone", async () => {
    const other = "linux-image-6.1.0-99-cloud-amd64";
    const apt = suiteWith({ [other]: ["1"], [newer]: ["1"], "linux-image-6.1.0-200-amd64": ["1"] });
    expect(await choosePackage(apt, debian)).toBe(newer);
  });

  it("is the newest one, too, when the suite has another version of the pinned package", async () => {
    const apt = suiteWith({ [pinned.package]: ["6.1.999-1"] });
    expect(await choosePackage(apt, debian)).toBe(pinned.package);
  });

  it("is none when nothing matches", async () => {
    expect(await choosePackage(suiteWith({ "linux-image-6.1-rt": ["1"] }), debian)).toBeNull();
  });
});

describe("a kernel in the cache", () => {
  let cache = "";
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), "kernels-"));
    await put("6.1", `${pinned.package} ${pinned.version}`);
    await put("7.2", "linux-binary-7.2.99-cloud-amd64 7.2.99-1");
    await mkdir(join(cache, "kernels/fetch-a1b2c3"));
  });
  afterAll(() => rm(cache, { recursive: true, force: true }));

  it("is the pinned package, or says in whose place it is", async () => {
    expect(await inspectKernel("6.1", cache)).toMatchObject({
      package: `${pinned.package} ${pinned.version}`,
      size_bytes: 6,
      replaces: null,
      isIntact: true,
    });
    const { pinned: expected } = debianKernels["7.2"];
    expect(await inspectKernel("7.2", cache)).toMatchObject({
      replaces: `${expected.package} ${expected.version}`,
    });
    expect(await inspectKernel("5.10", cache)).toBeNull();
  });

  it("is not booted when its file was changed", async () => {
    await expect(findKernel({ name: "7.2", cache })).resolves.toMatchObject({
      path: join(cache, "kernels/7.2/vmlinuz"),
    });
    await writeFile(join(cache, "kernels/7.2/vmlinuz"), "other");
    expect(await inspectKernel("7.2", cache)).toMatchObject({ isIntact: false });
    await expect(findKernel({ name: "7.2", cache })).rejects.toThrow(
      /the file was changed; remove it with `kexec-model kernels clean 7\.2`/,
    );
  });

  it("is removed alone, and unfinished downloads with their count", async () => {
    expect(await removeKernel("6.1", cache)).toBe(true);
    expect(await removeKernel("6.1", cache)).toBe(false);
    expect(await removeLeftovers(cache)).toBe(1);
    expect(existsSync(join(cache, "kernels/fetch-a1b2c3"))).toBe(false);
    expect(await inspectKernel("7.2", cache)).not.toBeNull();
  });

  async function put(name: string, packageName: string): Promise<void> {
    const folder = join(cache, "kernels", name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "vmlinuz"), "kernel");
    const sha256 = createHash("sha256").update("kernel").digest("hex");
    await writeFile(join(folder, "kernel.json"), JSON.stringify({ package: packageName, sha256 }));
  }
});

/** What apt would say of a suite with these packages and their versions. */
function suiteWith(packages: Readonly<Record<string, readonly string[]>>) {
  return {
    packageNames: async (prefix: string) =>
      Object.keys(packages).filter((name) => name.startsWith(prefix)),
    versions: async (name: string) => packages[name] ?? [],
  };
}
