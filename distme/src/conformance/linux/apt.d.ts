/** A place that apt gets packages from: one URI with its suites. */
export interface AptSource {
    readonly uri: string;
    readonly suites: readonly string[];
    /** Path of the keyring that signs it, or null for apt's default. */
    readonly signedBy: string | null;
}
/** An apt of our own: its lists, cache and configuration are in `folder`, and only there. */
export interface PrivateApt {
    readonly folder: string;
    /** Names of the packages that start with `prefix`. */
    packageNames(prefix: string): Promise<readonly string[]>;
    /** The versions of a package that the suite has. */
    versions(packageName: string): Promise<readonly string[]>;
    /**
     * Downloads `NAME` or `NAME=VERSION`, its signature checked. Returns the path of the .deb file.
     */
    download(wanted: string): Promise<string>;
}
/**
 * Makes an apt root in an empty folder and downloads the lists of one suite. Needs no root and
 * changes nothing of the system's apt; the mirror, the proxy and the keys are the system's.
 *
 * @throws EnvironmentError when the machine's own sources name no Debian mirror
 */
export declare function openPrivateApt(folder: string, suite: string): Promise<PrivateApt>;
/**
 * Reads apt sources in both formats: one line per source, and deb822 stanzas. Only Debian's own
 * are returned; disabled ones and source code are left out.
 */
export declare function parseSources(text: string): readonly AptSource[];
/**
 * The sources of one suite: the machine's Debian mirrors with the suite exchanged.
 *
 * @throws EnvironmentError when there is no Debian mirror
 */
export declare function sourcesList(sources: readonly AptSource[], suite: string): string;
