export declare const leaveCallVariants: {
    "result-outlives-the-call": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
    "kill-outlives-the-task": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
};
export declare const takeLockVariants: {
    "lock-taken-for-another": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
};
export declare const markKilledVariants: {
    "kill-takes-everybody": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
};
export declare const loseTaskVariants: {
    "dying-task-releases-the-lock": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
    "dying-task-frees-its-image": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
    "dying-task-forgets-its-image": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
};
