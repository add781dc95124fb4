import { planOf } from "../layout.js";
import { consumeLimit, limitOf, ownLimit, setLimit } from "../limits.js";
import { isUnload } from "../request.js";
const other = (limit) => (limit === "panic" ? "reboot" : "panic");
export const consumeLimitVariants = {
    "unload-spares-the-limit": {
        breaks: "an unload does not count",
        instead: (layout, mem, task) => {
            if (!isUnload(planOf(layout, mem, task).request))
                consumeLimit(layout, mem, task);
        },
    },
    "other-limit-consumed": {
        breaks: "an attempt uses up the limit of the other kind of image",
        instead: (layout, mem, task) => {
            const limit = other(ownLimit(layout, mem, task));
            const left = limitOf(mem, limit);
            if (left > 0)
                setLimit(mem, limit, left - 1);
        },
    },
    "no-limit-becomes-one": {
        breaks: "an attempt without a limit leaves one of 0",
        instead: (layout, mem, task) => {
            const limit = ownLimit(layout, mem, task);
            setLimit(mem, limit, Math.max(0, limitOf(mem, limit) - 1));
        },
    },
};
export const setLimitVariants = {
    "other-limit-set": {
        breaks: "a write to one limit sets the other one",
        instead: (mem, limit, value) => setLimit(mem, other(limit), value),
    },
    "limit-one-too-high": {
        breaks: "a limit of n allows n + 1 attempts",
        instead: (mem, limit, value) => setLimit(mem, limit, value + 1),
    },
};
export const isLimitAcceptedVariants = {
    "load-limit-goes-up": {
        breaks: "a load limit can be raised",
        instead: (_mem, _limit, value) => value >= 0,
    },
    "load-limit-can-be-removed": {
        breaks: "a write of -1 removes a limit",
        instead: (mem, limit, value) => limitOf(mem, limit) < 0 || value < limitOf(mem, limit),
    },
};
//# sourceMappingURL=limits.js.map