/** Numbers of actions fit into 16 bits. */
export const actionsMax = 0xffff;
//# sourceMappingURL=model.js.map