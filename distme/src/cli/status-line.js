/** @param isQuiet nothing but warnings is shown */
export function createStatusLine(isQuiet) {
    const { stderr } = process;
    const say = (text) => {
        if (isQuiet || !stderr.isTTY)
            return;
        stderr.write(`\r\x1b[K${text.slice(0, (stderr.columns || 80) - 1)}`);
    };
    return {
        say,
        warn: (text) => {
            say("");
            stderr.write(`kexec-model: ${text}\n`);
        },
    };
}
//# sourceMappingURL=status-line.js.map