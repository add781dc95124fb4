/** For a field that was looked at in another place. */
export const lookedAt = () => { };
export function checks({ object, list, oneOf, wrong }) {
    return {
        record: (fields) => {
            const known = Object.entries(fields);
            return (value, at) => {
                const given = object(value, at);
                const extra = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
                if (extra !== undefined) {
                    throw wrong(at, known.map(([name]) => name).join(", "), { [extra]: given[extra] });
                }
                for (const [name, check] of known) {
                    check(Object.hasOwn(given, name) ? given[name] : undefined, `${at}.${name}`);
                }
            };
        },
        kinds: (records) => {
            const kinds = Object.entries(records);
            return (value, at) => {
                const { kind } = object(value, at);
                const names = kinds.map(([name]) => name);
                const found = names.indexOf(oneOf(kind, `${at}.kind`, names));
                kinds[found]?.[1](value, at);
            };
        },
        listOf: (item) => (value, at) => {
            for (const [i, one] of list(value, at).entries())
                item(one, `${at}[${i}]`);
        },
        orNull: (check) => (value, at) => {
            if (value !== null)
                check(value, at);
        },
        one: (options) => (value, at) => {
            oneOf(value, at, options);
        },
        amount: (value, at) => {
            const good = typeof value === "number" && Number.isFinite(value) && value >= 0;
            if (!good)
                throw wrong(at, "a number from 0 on", value);
        },
    };
}
//# sourceMappingURL=checks.js.map