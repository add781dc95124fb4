import { leaveCall, loseTask, markKilled, takeLock } from "../call.js";
import { IMAGE, KILLED, RESULT, taskAt } from "../layout.js";
import { freeLock, holdLock, lockHolder } from "../lock.js";
import { freeLocalImage } from "../slots.js";
export const leaveCallVariants = {
    "result-outlives-the-call": {
        breaks: "the next call begins with the error of the last one",
        instead: (layout, mem, task) => {
            const result = mem[taskAt(layout, task) + RESULT] ?? 0;
            leaveCall(layout, mem, task);
            mem[taskAt(layout, task) + RESULT] = result;
        },
    },
    "kill-outlives-the-task": {
        breaks: "a task is born killed",
        instead: (layout, mem, task) => {
            const killed = mem[taskAt(layout, task) + KILLED] ?? 0;
            leaveCall(layout, mem, task);
            mem[taskAt(layout, task) + KILLED] = killed;
        },
    },
};
export const takeLockVariants = {
    "lock-taken-for-another": {
        breaks: "the lock is held in the name of the task behind",
        instead: (layout, mem, task) => {
            takeLock(layout, mem, task);
            holdLock(mem, (task + 1) % Math.max(2, layout.bounds.tasks));
        },
    },
};
export const markKilledVariants = {
    "kill-takes-everybody": {
        breaks: "a signal for one task kills all of them",
        instead: (layout, mem) => {
            for (let task = 0; task < layout.bounds.tasks; task++)
                markKilled(layout, mem, task);
        },
    },
};
export const loseTaskVariants = {
    "dying-task-releases-the-lock": {
        breaks: "an oops under the lock releases it",
        instead: (layout, mem, task) => {
            const held = lockHolder(mem) === task;
            loseTask(layout, mem, task);
            if (held)
                freeLock(layout, mem);
        },
    },
    "dying-task-frees-its-image": {
        breaks: "an oops frees the image that the task was working on",
        instead: (layout, mem, task) => {
            freeLocalImage(layout, mem, task);
            loseTask(layout, mem, task);
        },
    },
    "dying-task-forgets-its-image": {
        breaks: "an oops clears the only variable that leads to an image",
        instead: (layout, mem, task) => {
            loseTask(layout, mem, task);
            mem[taskAt(layout, task) + IMAGE] = 0;
        },
    },
};
//# sourceMappingURL=call.js.map