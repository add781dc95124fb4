/**
 * The machine lacks something that only its user can provide: a tool, a package, a mirror.
 *
 * The message says what was expected, what was there, and what to do. The CLI ends with status 2.
 */
export declare class EnvironmentError extends Error {
    readonly name = "EnvironmentError";
}
/** The programs that a conformance run starts, and the Debian package that has each. */
declare const packages: {
    readonly "apt-cache": "apt";
    readonly "apt-config": "apt";
    readonly "apt-get": "apt";
    readonly "dpkg-deb": "dpkg";
    readonly gcc: "gcc";
    readonly "qemu-system-x86_64": "qemu-system-x86";
    readonly setpriv: "util-linux";
};
export type Tool = keyof typeof packages;
/**
 * The path of a program.
 *
 * @throws EnvironmentError when no folder of PATH has it
 */
export declare function toolPath(tool: Tool): string;
/** The path of a program, or null when no folder of PATH has it. */
export declare function findTool(tool: Tool): string | null;
/** Where kernels and compiled agents are kept between runs. It may not exist yet. */
export declare function cacheDirectory(): string;
export {};
