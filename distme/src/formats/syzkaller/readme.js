import { reasonsOf } from "../planned-tests.js";
/** What a folder of programs says of itself. */
export function readmeOf({ tool, kernel, cover, model }, files, leftOut) {
    const elsewhere = files.filter(({ path }) => path.startsWith("needs-")).length;
    return [
        "# Programs for syz-runtest: kexec_load",
        "",
        `${files.length} tests that ${tool} generated from a formal model of Linux ${kernel}'s kexec`,
        `(cover ${cover}, model ${model}). Each file is one run from the empty state back to`,
        "a state without images. A comment behind a call is the errno that it ends with; none: it succeeds.",
        "",
        "They belong into `sys/linux/test/`, and run with `tools/syz-runtest` in virtual machines with",
        "`CONFIG_KEXEC=y`. The file names are the test ids of the suite, which `kexec-model generate --out`",
        "saves with the expected state after each step; `# Covers:` names transitions of the statechart.",
        "",
        ...(elsewhere === 0
            ? []
            : [
                `The ${elsewhere} programs in the folders \`needs-...\` end with an errno that syz-runtest does`,
                "not know by name: its table in `pkg/runtest/run.go` needs one more line before it takes them.",
                "",
            ]),
        "## Constants",
        "",
        "Destinations are from 0x1000000 on, where an x86-64 kernel without KASLR has its own code: nobody",
        "else gets these frames. Nothing is ever started, so it does not matter that they are in use.",
        "Buffers are in the 16 MiB that every program of syzkaller's has, and read as zeros; what must not be",
        "readable is behind their end, or at address 0.",
        "",
        "## What is not here",
        "",
        ...(leftOut.length === 0
            ? ["Nothing is left out."]
            : [
                "| tests | left out because |",
                "|---|---|",
                ...reasonsOf(leftOut).map(([reason, n]) => `| ${n} | ${reason} |`),
            ]),
        "",
        "The C program of `kexec-model generate --format ktap` has those that need no more than user space.",
        "",
    ].join("\n");
}
//# sourceMappingURL=readme.js.map