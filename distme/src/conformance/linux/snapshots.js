import { setTimeout as sleep } from "node:timers/promises";
import { QmpError } from "./qmp.js";
const TAG = "saved";
const NODE = "snapshots";
const FILE_NODE = "snapshots-file";
/** How long a job of QEMU's may take. */
const LIMIT_ms = 60_000;
/**
 * One snapshot of a machine: QEMU writes its memory and devices to a disk image that no guest sees.
 *
 * @param path where the disk image will be; nothing may be there yet
 */
export function snapshots(qmp, path) {
    let isReady = false;
    const prepare = async () => {
        if (isReady)
            return;
        await create(qmp, { driver: "file", filename: path, size: 0 });
        await qmp.execute("blockdev-add", { driver: "file", "node-name": FILE_NODE, filename: path });
        await create(qmp, { driver: "qcow2", file: FILE_NODE, size: 0 });
        await qmp.execute("blockdev-add", { driver: "qcow2", "node-name": NODE, file: FILE_NODE });
        isReady = true;
    };
    const monitor = async (command) => {
        const said = (await qmp.monitor(command)).trim();
        if (said !== "")
            throw new QmpError(`expected QEMU to do ${command}, got: ${said}`);
    };
    return {
        save: async () => {
            await prepare();
            await monitor(`savevm ${TAG}`);
        },
        restore: async () => {
            await monitor(`loadvm ${TAG}`);
            await qmp.execute("cont"); // a guest that has ended is stopped
        },
    };
}
/** Lets QEMU make a disk image. */
async function create(qmp, options) {
    const id = "create";
    await qmp.execute("blockdev-create", { "job-id": id, options });
    const until = Date.now() + LIMIT_ms;
    for (;;) {
        const [job] = jobsOf(await qmp.execute("query-jobs"), id);
        if (job?.status === "concluded") {
            await qmp.execute("job-dismiss", { id });
            if (job.error === undefined)
                return;
            throw new QmpError(`expected a disk image for snapshots, got: ${job.error}`);
        }
        if (Date.now() > until)
            throw new QmpError("expected a disk image for snapshots, got none");
        await sleep(5);
    }
}
function jobsOf(answer, id) {
    const isJob = (value) => typeof value === "object" && value !== null && "id" in value && "status" in value;
    return Array.isArray(answer) ? answer.filter(isJob).filter((job) => job.id === id) : [];
}
//# sourceMappingURL=snapshots.js.map