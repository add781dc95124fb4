import { isLiveness } from "../../xstate/property.js";
import { oneOf, UsageError } from "../usage.js";
/**
 * Finds machine, properties, events and options among what a module exports: by these names, or as
 * its default export, which is a machine or an object with these names.
 *
 * @throws UsageError that says what to export
 */
export function readModule(exports, path) {
    const fallback = exports["default"];
    const all = {
        ...(isRecord(fallback) && !isMachine(fallback) ? fallback : {}),
        ...exports,
    };
    return {
        machine: machineOf(all, path),
        properties: propertiesOf(all["properties"]),
        events: eventsOf(all["events"]),
        options: optionsOf(all["options"]),
    };
}
function machineOf(exports, path) {
    const named = exports["machine"] ?? exports["default"];
    if (isMachine(named))
        return named;
    const machines = Object.entries(exports).filter(([, value]) => isMachine(value));
    const [only] = machines;
    if (machines.length > 1) {
        const names = machines.map(([name]) => name).join(", ");
        throw new UsageError(`expected ${path} to export one machine, got ${names}: export the one to check as \`machine\``);
    }
    if (only && isMachine(only[1]))
        return only[1];
    throw new UsageError(`expected ${path} to export an XState v5 machine as \`machine\` or as its default, got ` +
        otherThanMachine(named ?? mistaken(exports), exports));
}
/** XState's machines are told by what they have: a module may come with an XState of its own. */
function isMachine(value) {
    return (isRecord(value) &&
        "getInitialSnapshot" in value &&
        "root" in value &&
        "implementations" in value &&
        typeof value["transition"] === "function");
}
/** Something among the exports that was meant to be a machine, perhaps. */
function mistaken(exports) {
    return Object.values(exports).find((value) => isRecord(value) && ["createMachine", "withContext", "send"].some((key) => key in value));
}
function otherThanMachine(value, exports) {
    if (value === undefined) {
        const names = Object.keys(exports).filter((name) => name !== "default");
        return names.length === 0 ? "no exports" : `neither, but ${names.join(", ")}`;
    }
    if (typeof value === "function")
        return "a function: export the machine that it makes";
    if (!isRecord(value))
        return value === null ? "null" : `a ${typeof value}`;
    if ("withContext" in value)
        return "a machine of XState v4: see XState's guide to migrate to v5";
    if ("createMachine" in value)
        return "what setup(...) returns: call its createMachine(...), too";
    if ("send" in value && "logic" in value) {
        return "an actor: export the machine, not createActor(machine)";
    }
    return `an object with ${Object.keys(value).join(", ") || "nothing in it"}`;
}
const kinds = ["always", "alwaysStep", "sometimes", "eventually", "leadsTo"];
function propertiesOf(given) {
    if (given === undefined)
        return [];
    if (!Array.isArray(given)) {
        throw new UsageError(`expected \`properties\` to be a list, got ${typeof given}`);
    }
    return given.map((property, i) => checkedProperty(property, `properties[${i}]`));
}
function checkedProperty(given, where) {
    if (!isRecord(given)) {
        throw new UsageError(`expected ${where} to be what always(...) or one of its kind makes, got ${typeof given}`);
    }
    const { name, kind, holds, when } = given;
    if (typeof name !== "string" || name === "") {
        throw new UsageError(`expected ${where} to have a name, got ${JSON.stringify(name)}`);
    }
    oneOf(`kind of property "${name}"`, kinds, String(kind));
    if (typeof holds !== "function") {
        throw new UsageError(`expected a function \`holds\` of "${name}", got ${typeof holds}`);
    }
    if (kind === "leadsTo" && typeof when !== "function") {
        throw new UsageError(`expected a function \`when\` of "${name}", got ${typeof when}`);
    }
    const property = given; // as seen above
    const statement = property.statement ?? name;
    return isLiveness(property) ? { ...property, statement } : { ...property, statement };
}
function eventsOf(given) {
    if (given === undefined)
        return null;
    if (typeof given === "function")
        return given; // its events are checked
    if (!Array.isArray(given)) {
        throw new UsageError(`expected \`events\` to be a list or a function, got ${typeof given}`);
    }
    return given.map((event, i) => {
        if (isRecord(event) && typeof event["type"] === "string")
            return { ...event, type: event["type"] };
        const got = typeof event === "string" ? `"${event}": write { type: "${event}" }` : typeof event;
        throw new UsageError(`expected events[${i}] to be an object with a \`type\`, got ${got}`);
    });
}
/** What a module may set; `checkMachine` has more, for which there are options of the command. */
const settings = [
    "inputs",
    "from",
    "terminal",
    "deadlock",
    "constraint",
    "canonical",
    "symmetry",
    "offers",
    "engine",
    "limits",
    "bits",
    "variables",
];
function optionsOf(given) {
    if (given === undefined)
        return {};
    if (!isRecord(given)) {
        throw new UsageError(`expected \`options\` to be an object, got ${typeof given}`);
    }
    for (const name of Object.keys(given))
        oneOf("name of an option in `options`", settings, name);
    return given; // checkMachine refuses what it cannot use
}
function isRecord(value) {
    return typeof value === "object" && value !== null;
}
//# sourceMappingURL=read-module.js.map