/** Variables that tell how a state was reached, as Quint and its readers name them. */
export const actionTaken = "mbt::actionTaken";
export const nondetPicks = "mbt::nondetPicks";
/** What the action of the first state is called. */
export const initAction = "init";
/** Whatever an event may carry beside its type. */
export const picks = [
    "task",
    "request",
    "call",
    "outcome",
    "frame",
    "wrote",
    "fatal",
    "value",
    "limit",
    "by",
];
/** What may be nobody: no frame was free, no task's CPU panics. */
export const nullable = new Set(["frame", "by"]);
//# sourceMappingURL=itf-format.js.map