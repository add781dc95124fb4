/** A package that tests were run with, so that a later run can have the same kernel. */
export interface PinnedPackage {
    readonly package: string;
    readonly version: string;
    /** SHA-256 of the vmlinuz in it, in hexadecimal. */
    readonly sha256: string;
}
/** Where Debian has a kernel. */
export interface DebianKernel {
    readonly suite: string;
    /** The packages of that suite that have it; the newest one is taken when the pinned one is gone. */
    readonly name: RegExp;
    readonly pinned: PinnedPackage;
}
/**
 * The kernels that can be fetched, by the kernel of the model that each is.
 *
 * Since 7.x the package `linux-image` is empty; `linux-binary` has the file.
 */
export declare const debianKernels: {
    readonly "5.10": {
        readonly suite: "bullseye";
        readonly name: RegExp;
        readonly pinned: {
            readonly package: "linux-image-5.10.0-46-cloud-amd64";
            readonly version: "5.10.262-1";
            readonly sha256: "2e141d21dc8fa57e2ab27a7d3757c058d9405b5c27e86707497ce915cc615c1b";
        };
    };
    readonly "6.1": {
        readonly suite: "bookworm";
        readonly name: RegExp;
        readonly pinned: {
            readonly package: "linux-image-6.1.0-56-cloud-amd64";
            readonly version: "6.1.192-2";
            readonly sha256: "51349501a3d1ff83836437d2b365fd2d57f2feb8642d315e5181dec23d4c3275";
        };
    };
    readonly "6.12": {
        readonly suite: "trixie";
        readonly name: RegExp;
        readonly pinned: {
            readonly package: "linux-image-6.12.117+deb13-cloud-amd64";
            readonly version: "6.12.117-1";
            readonly sha256: "ed8f0dbdbefe3994093937f5ee934818ae902b88cb0b6bc423811c10d55b87b0";
        };
    };
    readonly "7.2": {
        readonly suite: "sid";
        readonly name: RegExp;
        readonly pinned: {
            readonly package: "linux-binary-7.2.13+deb14-cloud-amd64";
            readonly version: "7.2.13-1";
            readonly sha256: "a1423b5059ed5c2ea8b0391f4cce75572382016d4d431454d92de37b86fe8e72";
        };
    };
};
export type DebianKernelName = keyof typeof debianKernels;
export declare const debianKernelNames: DebianKernelName[];
