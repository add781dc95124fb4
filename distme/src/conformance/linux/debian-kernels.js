/**
 * The kernels that can be fetched, by the kernel of the model that each is.
 *
 * Since 7.x the package `linux-image` is empty; `linux-binary` has the file.
 */
export const debianKernels = {
    "5.10": {
        suite: "bullseye",
        name: /^linux-image-5\.10\.0-\d+-cloud-amd64$/,
        pinned: {
            package: "linux-image-5.10.0-46-cloud-amd64",
            version: "5.10.262-1",
            sha256: "2e141d21dc8fa57e2ab27a7d3757c058d9405b5c27e86707497ce915cc615c1b",
        },
    },
    "6.1": {
        suite: "bookworm",
        name: /^linux-image-6\.1\.0-\d+-cloud-amd64$/,
        pinned: {
            package: "linux-image-6.1.0-56-cloud-amd64",
            version: "6.1.192-2",
            sha256: "51349501a3d1ff83836437d2b365fd2d57f2feb8642d315e5181dec23d4c3275",
        },
    },
    "6.12": {
        suite: "trixie",
        name: /^linux-image-6\.12\.[\w.+~]*-cloud-amd64$/,
        pinned: {
            package: "linux-image-6.12.117+deb13-cloud-amd64",
            version: "6.12.117-1",
            sha256: "ed8f0dbdbefe3994093937f5ee934818ae902b88cb0b6bc423811c10d55b87b0",
        },
    },
    "7.2": {
        suite: "sid",
        name: /^linux-binary-7\.2\.[\w.+~-]*-cloud-amd64$/,
        pinned: {
            package: "linux-binary-7.2.13+deb14-cloud-amd64",
            version: "7.2.13-1",
            sha256: "a1423b5059ed5c2ea8b0391f4cce75572382016d4d431454d92de37b86fe8e72",
        },
    },
};
export const debianKernelNames = Object.keys(debianKernels); // of a literal
//# sourceMappingURL=debian-kernels.js.map