/** Finds the shortest sequences for all pairs of states, and for each state few of them. */
export function identifyStates({ states }) {
    const separating = separatingSequences(states);
    const identifiers = states.map(() => new Map());
    const alike = [];
    for (const [i, j] of pairsOf(states.length)) {
        const inputs = separating.get(keyOf(i, j));
        if (!inputs)
            alike.push([i, j]);
        for (const state of inputs && inputs.length > 0 ? [i, j] : []) {
            identifiers[state]?.set(inputs?.join("\n") ?? "", inputs ?? []);
        }
    }
    return { identifiers: identifiers.map((found) => withoutBeginnings([...found.values()])), alike };
}
/** Shortest separating sequences, from pairs that look different backwards. */
function separatingSequences(states) {
    const found = new Map();
    let open = pairsOf(states.length).filter(([i, j]) => {
        const differ = states[i]?.signature !== states[j]?.signature;
        if (differ)
            found.set(keyOf(i, j), []);
        return !differ;
    });
    for (let grown = true; grown;) {
        const round = []; // what is found counts from the next round on
        open = open.filter(([i, j]) => {
            const inputs = separatingStep(states[i], states[j], found);
            if (inputs)
                round.push([keyOf(i, j), inputs]);
            return inputs === null;
        });
        for (const [key, inputs] of round)
            found.set(key, inputs);
        grown = round.length > 0;
    }
    return found;
}
/** An input that two states answer differently, or that leads to states that are told apart. */
function separatingStep(one, other, found) {
    let best = null;
    for (const [input, call] of one?.out ?? []) {
        const answer = other?.out.get(input);
        if (!answer)
            continue;
        if (call.output !== answer.output)
            return [input];
        const rest = found.get(keyOf(call.to, answer.to));
        if (rest && (best === null || rest.length + 1 < best.length))
            best = [input, ...rest];
    }
    return best;
}
function pairsOf(n) {
    return Array.from({ length: n }, (_, j) => Array.from({ length: j }, (_, i) => [i, j])).flat();
}
function keyOf(i, j) {
    return i < j ? `${i} ${j}` : `${j} ${i}`;
}
function withoutBeginnings(all) {
    return all.filter((one) => {
        return !all.some((longer) => {
            return longer.length > one.length && one.every((input, i) => longer[i] === input);
        });
    });
}
//# sourceMappingURL=state-identifiers.js.map