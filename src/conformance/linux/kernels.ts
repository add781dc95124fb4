import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPrivateApt } from "./apt.ts";
import { cacheDirectory, EnvironmentError } from "./environment.ts";
import { CommandError, run } from "./processes.ts";

/** A kernel that can be booted. */
export interface Kernel {
  /** Path of the bzImage. */
  readonly path: string;
  /** Name and version of the Debian package, or null for a kernel that the user gave. */
  readonly package: string | null;
  /** SHA-256 of the file at `path`, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Where Debian has each kernel: the newest package of that suite whose name matches.
 *
 * Since 7.x the package `linux-image` is empty; `linux-binary` has the file.
 */
const debianKernels = {
  "5.10": { suite: "bullseye", name: /^linux-image-5\.10\.0-\d+-cloud-amd64$/ },
  "6.1": { suite: "bookworm", name: /^linux-image-6\.1\.0-\d+-cloud-amd64$/ },
  "6.12": { suite: "trixie", name: /^linux-image-6\.12\.[\w.+~]*-cloud-amd64$/ },
  "7.2": { suite: "sid", name: /^linux-binary-7\.2\.[\w.+~-]*-cloud-amd64$/ },
} as const;

export type KernelName = keyof typeof debianKernels;
export const kernelNames = Object.keys(debianKernels) as KernelName[]; // keys of a literal

export interface KernelChoice {
  /** A bzImage of the user's; wins over `name`. */
  readonly path?: string;
  /** The Debian kernel to use when there is no path. */
  readonly name?: KernelName;
  readonly cache?: string;
  /** Told in one line what takes long. */
  readonly onProgress?: (line: string) => void;
}

/**
 * The kernel to test: the user's, else the cached one, else Debian's, downloaded once.
 *
 * A cached kernel stays the same until its folder is removed, so that runs can be compared.
 *
 * @throws EnvironmentError when there is no such file, package or mirror
 */
export async function findKernel(choice: KernelChoice): Promise<Kernel> {
  if (choice.path !== undefined) return givenKernel(choice.path);
  const name = choice.name ?? "6.1";
  const cache = choice.cache ?? cacheDirectory();
  return cachedKernel(name, cache) ?? (await fetchKernel(name, cache, choice.onProgress));
}

/** The kernel that an earlier run has downloaded, or null. */
export function cachedKernel(name: KernelName, cache = cacheDirectory()): Kernel | null {
  const record = join(kernelFolder(name, cache), "kernel.json");
  if (!existsSync(record)) return null;
  // Only `fetchKernel` writes this file.
  const { package: packageName, sha256 } = JSON.parse(readFileSync(record, "utf8")) as Kernel;
  return { path: join(kernelFolder(name, cache), "vmlinuz"), package: packageName, sha256 };
}

async function givenKernel(path: string): Promise<Kernel> {
  if (existsSync(path)) return { path, package: null, sha256: await fileSha256(path) };
  throw new EnvironmentError(
    `expected a kernel image (bzImage) at ${path}, got no file: ` +
      "pass another --kernel PATH, or none to get Debian's",
  );
}

async function fetchKernel(
  name: KernelName,
  cache: string,
  onProgress: (line: string) => void = () => {},
): Promise<Kernel> {
  const { suite, name: pattern } = debianKernels[name];
  const folder = kernelFolder(name, cache);
  await mkdir(join(cache, "kernels"), { recursive: true });
  const work = await mkdtemp(join(cache, "kernels", "fetch-"));
  try {
    onProgress(`reading the package lists of Debian ${suite}`);
    const apt = await openPrivateApt(work, suite);
    const packageName = newest(await apt.packageNames(packagePrefix(pattern)), pattern);
    if (packageName === undefined) {
      throw new EnvironmentError(
        `expected a package ${pattern.source} in Debian ${suite}, got none: ` +
          `pass --kernel PATH with a ${name} kernel`,
      );
    }
    onProgress(`downloading ${packageName} to ${folder}`);
    const result = join(work, "result");
    await unpack(await apt.download(packageName), result);
    await rm(folder, { recursive: true, force: true });
    await rename(result, folder); // whoever sees it sees all of it
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const advice = `\nCheck the network, or pass --kernel PATH with a ${name} kernel.`;
    throw new EnvironmentError(error.message + advice, { cause: error });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const kernel = cachedKernel(name, cache);
  if (kernel === null) throw new EnvironmentError(`expected a kernel in ${folder}, got none`);
  return kernel;
}

/** Leaves `vmlinuz` and `kernel.json`, its record, in `result`. */
async function unpack(deb: string, result: string): Promise<void> {
  const files = `${deb}.files`;
  await run("dpkg-deb", ["--extract", deb, files]);
  const field = async (name: string) => (await run("dpkg-deb", ["--field", deb, name])).trim();
  await mkdir(result);
  await rename(await findImage(files), join(result, "vmlinuz"));
  const record = {
    package: `${await field("Package")} ${await field("Version")}`,
    sha256: await fileSha256(join(result, "vmlinuz")),
    packageSha256: await fileSha256(deb),
  };
  await writeFile(join(result, "kernel.json"), `${JSON.stringify(record, null, 2)}\n`);
}

/** `boot/vmlinuz-VERSION`, or `usr/lib/modules/VERSION/vmlinuz` from 7.x on. */
async function findImage(files: string): Promise<string> {
  const boot = join(files, "boot");
  const modules = join(files, "usr/lib/modules");
  const inBoot = (await readdir(boot).catch(() => [])).filter((n) => n.startsWith("vmlinuz-"));
  const versions = await readdir(modules).catch(() => []);
  const images = [
    ...inBoot.map((name) => join(boot, name)),
    ...versions.map((version) => join(modules, version, "vmlinuz")),
  ];
  const image = images.find((path) => existsSync(path));
  if (image !== undefined) return image;
  throw new EnvironmentError("expected a vmlinuz in the package, got none: pass --kernel PATH");
}

function newest(names: readonly string[], pattern: RegExp): string | undefined {
  const collator = new Intl.Collator("en", { numeric: true });
  return names
    .filter((name) => pattern.test(name))
    .sort(collator.compare)
    .at(-1);
}

/** The part of a pattern before its first free character: what apt can search by. */
function packagePrefix(pattern: RegExp): string {
  return pattern.source
    .slice(1)
    .replace(/\\([.])/g, "$1")
    .replace(/[\\[].*$/, "");
}

function kernelFolder(name: KernelName, cache: string): string {
  return join(cache, "kernels", name);
}

async function fileSha256(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}
