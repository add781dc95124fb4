import { keyOf } from "./tracked.js";
export function createStates() {
    const states = new Map();
    return {
        add: (tracked) => {
            const key = keyOf(tracked);
            const known = states.get(key);
            if (known === undefined) {
                states.set(key, tracked);
                return true;
            }
            const both = new Set([...known.taken].filter((transition) => tracked.taken.has(transition)));
            if (both.size === known.taken.size)
                return false;
            states.set(key, { ...known, taken: both });
            return true;
        },
        all: () => [...states.values()],
    };
}
//# sourceMappingURL=states.js.map