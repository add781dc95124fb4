import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { debianKernelNames } from "../../../src/conformance/linux/debian-kernels.ts";
import { EnvironmentError } from "../../../src/conformance/linux/environment.ts";
import { cachedKernel } from "../../../src/conformance/linux/kernels.ts";
import { imageVersion, profileOf } from "../../../src/conformance/linux/profile.ts";

describe("the kernel of the model that a Linux is", () => {
  it.each([
    ["5.10.0-46-cloud-amd64", "#1 SMP Debian 5.10.262-1 (2026-07-31)", "5.10"],
    ["5.10.188", "#1 SMP", "5.10"],
    ["6.1.39", "#1 SMP", "6.1"],
    ["6.1.0-56-cloud-amd64", "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)", "6.1"],
    ["6.10.0-rc1", "#1", "6.12"],
    ["6.12.117+deb13-cloud-amd64", "#1 SMP Debian 6.12.117-1 (2026-11-12)", "6.12"],
    ["6.14.2", "#1", "7.2"],
    ["7.2.13+deb14-cloud-amd64", "#1 SMP Debian 7.2.13-1 (2026-10-28)", "7.2"],
  ])("%s, %s is %s", (release, version, name) => {
    expect(profileOf(release, version)).toBe(name);
  });

  it.each([
    "5.4.0",
    "5.10.187",
    "5.15.100",
    "6.0.0",
    "6.1.38",
    "6.2.16",
    "6.3.1",
    "6.9.0",
    "7.3.0",
    "10.0.0",
    "other",
  ])("%s is none, and the error names those that are", (release) => {
    const refused = () => profileOf(release, "#1 SMP");
    expect(refused).toThrow(EnvironmentError);
    expect(refused).toThrow(
      `(5.10.188 to 5.10, 6.1.39 to 6.1, 6.10 to 6.13, 6.14 to 7.2), got ${release} #1 SMP`,
    );
  });

  it("is not known of a Debian kernel whose upstream version is too old", () => {
    expect(() => profileOf("5.10.0-8-amd64", "#1 SMP Debian 5.10.46-4 (2021-08-03)")).toThrow(
      EnvironmentError,
    );
  });
});

describe("a kernel image", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "images-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("says in its header which version it is", async () => {
    const path = await image("6.1.0-56 (a@b) #1 SMP Debian 6.1.192-2 (2026)\0");
    expect(await imageVersion(path)).toEqual({
      release: "6.1.0-56",
      version: "#1 SMP Debian 6.1.192-2 (2026)",
    });
  });

  it("is refused when it is another file, has no version, or is not there", async () => {
    const text = join(folder, "text");
    await writeFile(text, "no kernel at all");
    await expect(imageVersion(text)).rejects.toThrow(
      `expected a kernel image (bzImage) at ${text}, got another file`,
    );
    await expect(imageVersion(await image("\0"))).rejects.toThrow("got one without a version");
    await expect(imageVersion(join(folder, "none"))).rejects.toThrow(/at .*none, got: ENOENT/);
    await expect(imageVersion(folder)).rejects.toThrow(/got: EISDIR/);
  });

  it.each(
    debianKernelNames.flatMap((name) => cachedKernel(name)?.path ?? []).map((path) => [path]),
  )("of Debian is the kernel under whose name it is cached: %s", async (path) => {
    const { release, version } = await imageVersion(path);
    expect(path).toContain(`/${profileOf(release, version)}/`);
  });

  /** A file with nothing but the header's magic and a version text. */
  async function image(version: string): Promise<string> {
    const head = Buffer.alloc(0x1000);
    head.write("HdrS", 0x202, "latin1");
    head.writeUInt16LE(0x600, 0x20e);
    head.write(version, 0x800, "latin1");
    const path = join(folder, "image");
    await writeFile(path, head);
    return path;
  }
});
