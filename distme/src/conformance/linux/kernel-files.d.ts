/** Where the cache has a kernel: `vmlinuz` and its record, `kernel.json`. */
export declare function kernelFolder(name: string, cache: string): string;
export declare function fileSha256(path: string): Promise<string>;
