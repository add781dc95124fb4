import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type DebianKernelName, debianKernels } from "./debian-kernels.ts";
import { cacheDirectory, EnvironmentError } from "./environment.ts";
import { fetchKernel } from "./fetch-kernel.ts";
import { fileSha256, kernelFolder } from "./kernel-files.ts";

/** A kernel that can be booted. */
export interface Kernel {
  /** Path of the bzImage. */
  readonly path: string;
  /** Name and version of the Debian package, or null for a kernel that the user gave. */
  readonly package: string | null;
  /** SHA-256 of the file at `path`, in hexadecimal. */
  readonly sha256: string;
}

export interface KernelChoice {
  /** A bzImage of the user's; wins over `name`. */
  readonly path?: string;
  /** The Debian kernel to use when there is no path. */
  readonly name?: DebianKernelName;
  readonly cache?: string;
  /** Told in one line what takes long. */
  readonly onProgress?: (line: string) => void;
}

/**
 * The kernel to test: the user's, else the cached one, else Debian's, downloaded once.
 *
 * A cached kernel stays the same until it is removed, so that runs can be compared.
 *
 * @throws EnvironmentError when there is no such file, package or mirror, or the cached file is not
 *   the one that was downloaded
 */
export async function findKernel(choice: KernelChoice): Promise<Kernel> {
  if (choice.path !== undefined) return givenKernel(choice.path);
  const { name = "6.1", cache = cacheDirectory(), onProgress } = choice;
  const cached = cachedKernel(name, cache);
  if (cached !== null) return unchanged(name, cached);
  await fetchKernel(name, { cache, ...(onProgress && { onProgress }) });
  const fetched = cachedKernel(name, cache);
  if (fetched !== null) return fetched;
  throw new EnvironmentError(`expected a kernel in ${kernelFolder(name, cache)}, got none`);
}

/** The kernel that an earlier run has downloaded, or null. */
export function cachedKernel(name: DebianKernelName, cache = cacheDirectory()): Kernel | null {
  const folder = kernelFolder(name, cache);
  const path = join(folder, "vmlinuz");
  if (!existsSync(path) || !existsSync(join(folder, "kernel.json"))) return null;
  // Only `fetchKernel` writes this file.
  const text = readFileSync(join(folder, "kernel.json"), "utf8");
  const { package: packageName, sha256 } = JSON.parse(text) as Kernel;
  return { path, package: packageName, sha256 };
}

/** The pinned package in whose place a kernel was taken, with its version; null: it is that one. */
export function replacedPackage(name: DebianKernelName, kernel: Kernel): string | null {
  const { pinned } = debianKernels[name];
  const expected = `${pinned.package} ${pinned.version}`;
  return kernel.package === expected || kernel.package === null ? null : expected;
}

/** A kernel of the cache, looked at. */
export interface CachedKernel extends Kernel {
  readonly name: DebianKernelName;
  readonly size_bytes: number;
  /** See `replacedPackage`. */
  readonly replaces: string | null;
  /** Whether the file is still the one that was downloaded. */
  readonly isIntact: boolean;
}

/** The downloaded kernel of a name, or null. */
export async function inspectKernel(
  name: DebianKernelName,
  cache = cacheDirectory(),
): Promise<CachedKernel | null> {
  const kernel = cachedKernel(name, cache);
  if (kernel === null) return null;
  const { size } = statSync(kernel.path);
  const isIntact = (await fileSha256(kernel.path)) === kernel.sha256;
  const replaces = replacedPackage(name, kernel);
  return { name, ...kernel, size_bytes: size, replaces, isIntact };
}

/** Removes a downloaded kernel. Says whether there was one. */
export async function removeKernel(
  name: DebianKernelName,
  cache = cacheDirectory(),
): Promise<boolean> {
  const folder = kernelFolder(name, cache);
  const wasThere = existsSync(folder);
  await rm(folder, { recursive: true, force: true });
  return wasThere;
}

/** Removes what downloads that were killed have left. Returns how many there were. */
export async function removeLeftovers(cache = cacheDirectory()): Promise<number> {
  const folder = join(cache, "kernels");
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith("fetch-"));
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true });
  return left.length;
}

async function givenKernel(path: string): Promise<Kernel> {
  if (existsSync(path) && statSync(path).isFile()) {
    return { path, package: null, sha256: await fileSha256(path) };
  }
  throw new EnvironmentError(
    `expected a kernel image (bzImage) at ${path}, got no file: ` +
      "pass another --image PATH, or none to get Debian's",
  );
}

async function unchanged(name: DebianKernelName, kernel: Kernel): Promise<Kernel> {
  const sha256 = await fileSha256(kernel.path);
  if (sha256 === kernel.sha256) return kernel;
  throw new EnvironmentError(
    `expected ${kernel.sha256} at ${kernel.path}, got ${sha256}: the file was changed; ` +
      `remove it with \`kexec-model kernels clean ${name}\` and fetch it again`,
  );
}
