// Searches the ring of search.ts in small pieces, each from the checkpoint of the one
// before, so that it nearly always writes a file. Goes on from the file that it finds; ends with 0
// when the search is complete.
import { readCheckpoint, writeCheckpoint } from "../../dist/src/checker/checkpoint.js";
import { explore } from "../../dist/src/checker/explore.js";

const [, , file, size] = process.argv;
const steps = [(n) => 3 * n + 1, (n) => 7 * n + 5, (n) => n + 2];
const ring = {
  words: 1,
  initialStates: () => [Int32Array.of(0)],
  successors: ([n], visit) => {
    for (const [i, step] of steps.entries()) visit(i, Int32Array.of(step(n) % Number(size)));
  },
  action: (i) => `step ${i}`,
  view: (state) => state,
  terminal: () => false,
};

for (let complete = false; !complete; ) {
  const resume = readCheckpoint(file, "a ring");
  const { incomplete } = explore(ring, {
    ...(resume && { resume }),
    limits: { statesMax: (resume?.store.size ?? 0) + 500 },
    onCheckpoint: {
      every_ms: 0,
      save: (state) => {
        process.stdout.write(".");
        writeCheckpoint(file, "a ring", state);
      },
    },
  });
  complete = incomplete === null;
}
