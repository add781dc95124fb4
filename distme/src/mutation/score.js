import { coveredAlone, smallestCover } from "./cover.js";
import { isOfProperty } from "./judge.js";
import { subjects } from "./subjects.js";
/** @param properties the names of all properties that promise something */
export function scoreOf({ mutants, alone }, properties) {
    const entries = Object.entries(mutants);
    const killers = new Map(entries.flatMap(([name, result]) => {
        const by = propertiesOf(result);
        return by.length === 0 ? [] : [[name, new Set(by)]];
    }));
    const kills = new Map(properties.map((name) => [name, 0]));
    for (const by of killers.values()) {
        for (const name of by)
            kills.set(name, (kills.get(name) ?? 0) + 1);
    }
    const kinds = new Map();
    for (const [name, result] of entries) {
        const kind = kindOf(subjects()[name]);
        kinds.set(kind, [...(kinds.get(kind) ?? []), result]);
    }
    const total = tallyOf(Object.values(mutants));
    const proofs = { unreached: 0, "same-steps": 0, bisimilar: 0 };
    for (const [, result] of entries) {
        if (result.verdict === "equivalent")
            proofs[result.proof.kind]++;
    }
    return {
        total,
        kinds: new Map([...kinds].map(([kind, verdicts]) => [kind, tallyOf(verdicts)])),
        proofs,
        propertyScore: total.byProperty / Math.max(1, total.mutants - total.equivalent),
        kills,
        irreplaceable: coveredAlone(killers),
        idle: properties.filter((name) => kills.get(name) === 0 && !(name in alone)),
        cover: smallestCover(killers),
        survivors: entries.flatMap(([name, { verdict }]) => (verdict === "survived" ? [name] : [])),
    };
}
/** The properties that kill a mutant, what every check claims left out. */
export function propertiesOf(result) {
    if (result.verdict !== "killed")
        return [];
    return result.by.filter(isOfProperty).map(({ name }) => name);
}
function kindOf(subject) {
    if (!subject)
        return "gone";
    return subject.origin === "edge" ? subject.kind : subject.origin;
}
function tallyOf(verdicts) {
    const count = (is) => verdicts.filter(is).length;
    const killed = (verdict) => verdict.verdict === "killed";
    return {
        mutants: verdicts.length,
        byProperty: count((verdict) => propertiesOf(verdict).length > 0),
        byCheck: count((verdict) => killed(verdict) && propertiesOf(verdict).length === 0),
        bySuite: count(({ verdict }) => verdict === "suite"),
        equivalent: count(({ verdict }) => verdict === "equivalent"),
        survived: count(({ verdict }) => verdict === "survived"),
    };
}
//# sourceMappingURL=score.js.map