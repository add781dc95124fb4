export function classMasks(classes) {
    const words = Math.ceil(classes.length / 32);
    const actions = Math.max(0, ...classes.map(({ member }) => member.length));
    const ofAction = new Int32Array(actions * words);
    for (const [index, { member }] of classes.entries()) {
        for (const [action, belongs] of member.entries()) {
            if (belongs)
                setBit(ofAction, action * words, index);
        }
    }
    const having = (strength) => {
        const mask = new Int32Array(words);
        for (const [index, fair] of classes.entries()) {
            if (fair.strength === strength)
                setBit(mask, 0, index);
        }
        return mask;
    };
    return { classes, words, ofAction, weak: having("weak"), strong: having("strong") };
}
/** Whether class `index` is in a mask. */
export function hasBit(mask, index) {
    return (((mask[index >> 5] ?? 0) >> (index & 31)) & 1) === 1;
}
function setBit(masks, base, index) {
    const word = base + (index >> 5);
    masks[word] = (masks[word] ?? 0) | (1 << (index & 31));
}
/** Puts the classes that have a step out of `state` into the mask of `into` that begins at `base`. */
export function addEnabled(graph, { words, ofAction }, state, { into, base }) {
    const { first, target, action } = graph;
    const end = first[state + 1] ?? 0;
    for (let edge = first[state] ?? 0; edge < end; edge++) {
        if (target[edge] === state)
            continue; // changes nothing
        const classes = (action[edge] ?? 0) * words;
        for (let word = 0; word < words; word++) {
            into[base + word] = (into[base + word] ?? 0) | (ofAction[classes + word] ?? 0);
        }
    }
}
//# sourceMappingURL=classes.js.map