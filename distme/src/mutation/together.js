import { kexecProperties } from "../../properties/index.js";
import { createLayout } from "../memory/layout.js";
import { choiceOf } from "../model/literal.js";
import { worldsOf } from "../model/worlds.js";
import { expectedToHold } from "../xstate/property.js";
/**
 * What only all worlds of a kernel together say of a mutant: a witness that nobody finds any more,
 * a weakness or known violation that is gone, a promise with nothing left to say, a transition that
 * no world takes.
 *
 * @param original the model's own verdicts, which stand for the worlds in which the mutant is the same
 * @param touched transitions that the mutant changes: their positions may mean others
 */
export function missingIn(kernel, original, mutant, touched) {
    const all = { ...original, ...mutant };
    if (Object.values(mutant).some(({ cutOff }) => cutOff))
        return [];
    const [world] = worldsOf("quick", kernel);
    const properties = world ? kexecProperties(createLayout(world.bounds)) : [];
    const lost = properties.filter((property) => {
        const isExpected = expectedToHold(property);
        const wanted = property.kind === "sometimes" ? "witnessed" : isExpected ? "holds" : "violated";
        return seen(original, property.name, wanted) && !seen(all, property.name, wanted);
    });
    const taken = new Set(Object.values(all).flatMap((verdict) => verdict.taken));
    const dead = Object.values(original)
        .flatMap((verdict) => verdict.taken)
        .some((key) => !taken.has(key) && !touched.has(choiceOf(key)));
    const refused = new Set(Object.values(all).flatMap((verdict) => verdict.refused));
    const needless = Object.values(original)
        .flatMap((verdict) => verdict.refused)
        .some((key) => !refused.has(key));
    const claims = [
        [dead, "every-transition-is-taken"],
        [needless, "every-wait-is-waited-in"],
    ];
    return [
        ...lost.map(({ name }) => name),
        ...claims.flatMap(([isBroken, claim]) => (isBroken ? [claim] : [])),
    ];
}
function seen(verdicts, name, outcome) {
    return Object.values(verdicts).some(({ outcomes }) => outcomes[name] === outcome);
}
//# sourceMappingURL=together.js.map