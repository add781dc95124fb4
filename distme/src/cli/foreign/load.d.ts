/** What a module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;
/**
 * Loads a module of JavaScript or TypeScript, with what it imports.
 *
 * Node 20 strips no types, and newer ones neither resolve `./other` to `other.ts` nor know enums:
 * jiti does both, the same way on all of them. `kexec-model` is always this package, whether the
 * module's project has installed it or not.
 *
 * @throws UsageError when there is no such file, or when it cannot be run
 */
export declare function loadModule(path: string): Promise<Exports>;
