/** The message of whatever was thrown: not everything that is thrown is an `Error`. */
export function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
//# sourceMappingURL=message.js.map