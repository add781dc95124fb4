import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert } from "../../base/assert.js";
import { plannedTests, reasonsOf } from "../planned-tests.js";
import { testsTable } from "./tests-table.js";
/**
 * A suite as one C program that prints KTAP, for those who have a kernel and not this tool.
 *
 * The program is `runtime/program.c` with its `#include "..."` lines replaced by what they name;
 * `tests.c` is the table made here.
 *
 * @param groups null: all
 */
export function ktapProgram(suite, groups) {
    const { planned, leftOut } = plannedTests(suite, groups);
    const table = [
        "/* ---- The tests ---------------------------------------------------------------------------- */",
        testsTable(planned),
        suiteText(suite, planned.length > 0 ? lockShows(planned[0]) : false),
    ].join("\n\n");
    const body = runtimeFile("program.c").replace(/^#include "(.*)"\n/gm, (_line, name) => {
        return name === "tests.c" ? `\n${table}\n` : `\n${runtimeFile(name)}`;
    });
    return { text: `${header(suite, leftOut)}\n${body}`, tests: planned.length, leftOut };
}
/** Whether reading the crash size tries the lock; kernels before that wait for it. */
function lockShows(planned) {
    const call = planned?.plan.actions.find((action) => action.kind === "call");
    return call?.kind === "call" && call.call.bounds.features.includes("crash-size-trylock");
}
function suiteText({ kernel, model }, shows) {
    return [
        "static const struct suite suite = {",
        `\t.kernel = "${kernel}",`,
        `\t.model = "${model}",`,
        `\t.lock_shows = ${shows},`,
        "\t.tests = sizeof(tests) / sizeof(tests[0]),",
        "\t.test = tests,",
        "};",
    ].join("\n");
}
function header({ tool, kernel, cover, model }, leftOut) {
    return [
        "// SPDX-License-Identifier: GPL-2.0 OR MIT",
        "/*",
        " * Tests of kexec_load that were generated from a formal model of it; prints KTAP.",
        " *",
        ` * Made by ${tool} for Linux ${kernel}: cover ${cover}, model ${model}.`,
        " * Do not edit: generate it again.",
        " *",
        " *   gcc -static -O2 -Wall -Wextra -o kexec-test FILE.c",
        " *",
        " * Run it as root in a virtual machine that boots with crashkernel=64M and, unless it is QEMU's,",
        " * with kexec_model_guest on its kernel command line; -h tells more. A call that fails on another",
        " * kernel than that one may be a difference between the two: see the model's diff of kernels.",
        ...(leftOut.length === 0
            ? []
            : [
                " *",
                ` * ${leftOut.length} tests of the suite are not here, each for what stands in the way:`,
                ...reasonsOf(leftOut).map(([reason, n]) => ` *   ${String(n).padStart(3)}  ${reason}`),
            ]),
        " */",
    ].join("\n");
}
function runtimeFile(name) {
    const places = ["runtime", "../../../../src/formats/ktap/runtime"]; // `dist` has no copy of them
    const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
    const folder = folders.find((path) => existsSync(join(path, "program.c")));
    assert(folder !== undefined, "src/formats/ktap/runtime has the program's C sources");
    return readFileSync(join(folder, name), "utf8");
}
//# sourceMappingURL=ktap-program.js.map