import { messageOf } from "../base/message.js";
/** A check itself failed: the model is not to blame. */
export class CheckError extends Error {
    name = "CheckError";
    constructor(cause) {
        super(messageOf(cause), { cause });
    }
}
/** Asks every check about the states and steps of a search, and keeps the first finding of each. */
export class Judge {
    #model;
    #states = [];
    #steps = [];
    /** The step checks that concern an action, by its number. */
    #byAction = [];
    constructor(model, checks) {
        this.#model = model;
        for (const check of checks) {
            if (check.kind === "alwaysStep")
                this.#steps.push({ check, applied: 0, place: null });
            else
                this.#states.push({ check, applied: 0, place: null });
        }
    }
    /** Whether there is any check of states. */
    get judgesStates() {
        return this.#states.length > 0;
    }
    /** Whether there is any check of steps. */
    get judgesSteps() {
        return this.#steps.length > 0;
    }
    /** Judges a state; false when the search must not go on behind it. */
    state(state, at, action = -1) {
        if (this.#states.length === 0)
            return true;
        try {
            return this.#judgeState(state, at, action);
        }
        catch (error) {
            throw new CheckError(error);
        }
    }
    #judgeState(state, at, action) {
        const view = this.#model.view(state);
        let goesOn = true;
        for (const judged of this.#states) {
            const { check } = judged;
            const judgement = check.judge(view);
            if (judgement === "none")
                continue;
            judged.applied++;
            if ((judgement === "good") !== (check.kind === "sometimes"))
                continue;
            judged.place ??= { state: at, action };
            if (!check.continues)
                goesOn = false;
        }
        return goesOn;
    }
    /** Judges a step; false when the search must not follow it. */
    step(before, action, next, at) {
        const concerned = this.#byAction[action] ?? this.#concernedBy(action);
        if (concerned.length === 0)
            return true;
        try {
            return this.#judgeStep(concerned, { before, action, next, at });
        }
        catch (error) {
            throw new CheckError(error);
        }
    }
    #judgeStep(concerned, { before, action, next, at, }) {
        const step = { before, event: this.#model.action(action), after: this.#model.view(next) };
        let goesOn = true;
        for (const judged of concerned) {
            const judgement = judged.check.judge(step);
            if (judgement === "none")
                continue;
            judged.applied++;
            if (judgement === "good")
                continue;
            judged.place ??= { state: at, action };
            if (!judged.check.continues)
                goesOn = false;
        }
        return goesOn;
    }
    #concernedBy(action) {
        const event = this.#model.action(action);
        const concerned = this.#steps.filter(({ check }) => check.concerns?.(event) ?? true);
        this.#byAction[action] = concerned;
        return concerned;
    }
    /** What was found, by the check's name. */
    found() {
        return new Map([...this.#states, ...this.#steps].map(({ check, applied, place }) => [
            check.name,
            { applied, place },
        ]));
    }
    /** Goes on from what an earlier search found. */
    resume(found) {
        for (const judged of [...this.#states, ...this.#steps]) {
            const known = found.get(judged.check.name);
            if (!known)
                continue;
            judged.applied = known.applied;
            judged.place = known.place;
        }
    }
}
//# sourceMappingURL=judge.js.map