/** Whether a limit, or a wish to stop, ended a search. */
export function isLimit(why) {
    return why !== null && why !== "violation";
}
//# sourceMappingURL=exploration.js.map