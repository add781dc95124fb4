import { segment_shift, segmentStates } from "../../checker/arena.js";
import { idMask, parts_bits, tagMask, tagShift } from "../../checker/slots.js";
/** States that a search remembers besides the store; a power of two, so that they fit the cache. */
const recentStates = 1 << 11;
/** States that are looked up together; for the shortest ones that is not worth it. */
const heldStates = 128;
const heldFrom_words = 4;
/**
 * How successors are handed on: to a visitor, or, in a search, straight into the store. The latter is
 * `StateStore.insert` once more, for states of this many words; it must agree with it.
 */
export function storeText({ words, prepare, packed, unpack }) {
    const names = packed.map((_, i) => `s${i}`);
    const same = names.map((name, i) => `words[base + ${i}] === ${name}`);
    return `
    let visit = null, judge = null, canonical = null, add = null, table = null, arena = null;
    const out = new Int32Array(${words});
    // states seen of late: most of what is reached has just been reached from a neighbour
    const recent = new Int32Array(${recentStates * Math.max(1, words)}).fill(-1);
    let steps = 0, parent = -1, touched = 0;
    // what was reached and is not looked up yet
    let held = 0, room = ${2 * heldStates};
    let heldWords = new Int32Array(room * ${words}), heldHashes = new Int32Array(room);
    let heldParents = new Int32Array(room), heldActions = new Int32Array(room);
    function reach(k) {
      if (visit !== null) {
        visit(k, next);
        return;
      }
      steps++;
      if (judge !== null && !judge(k)) return;
      if (canonical !== null) canonical(next);
      ${prepare}
      ${packed.map((word, i) => `const s${i} = ${word};`).join("\n")}
      ${hashText(names)}
      const at = (h & ${recentStates - 1}) * ${words};
      if (${[...names.map((name, i) => `recent[at + ${i}] === ${name}`), `${names[0] ?? "-1"} !== -1`].join(" && ")}) return;
      ${names.map((name, i) => `recent[at + ${i}] = ${name};`).join("\n")}
      if (held === room) makeRoom();
      const to = held * ${words};
      ${names.map((name, i) => `heldWords[to + ${i}] = ${name};`).join("\n")}
      heldHashes[held] = h;
      heldParents[held] = parent;
      heldActions[held] = k;
      ${words < heldFrom_words ? "enter(0);" : "held++;"}
    }
    // looked up together, so that the processor waits for many lines of memory at once
    function flush() {
      let seen = 0;
      for (let i = 0; i < held; i++) {
        const h = heldHashes[i];
        const slots = table[h >>> ${32 - parts_bits}];
        seen ^= slots[h & (slots.length - 1)];
      }
      for (let i = 0; i < held; i++) {
        const h = heldHashes[i];
        const slots = table[h >>> ${32 - parts_bits}];
        const entry = slots[h & (slots.length - 1)];
        if (entry !== 0 && (entry & ${tagMask}) === ((h << ${tagShift}) & ${tagMask})) {
          const id = (entry & ${idMask}) - 1;
          seen ^= arena[id >>> ${segment_shift}][(id & ${segmentStates - 1}) * ${words}];
        }
      }
      touched ^= seen;
      for (let i = 0; i < held; i++) enter(i);
      held = 0;
    }
    function enter(i) {
      const from = i * ${words};
      ${names.map((name, j) => `const ${name} = heldWords[from + ${j}];`).join("\n")}
      const h = heldHashes[i];
      const slots = table[h >>> ${32 - parts_bits}];
      const mask = slots.length - 1;
      const tag = (h << ${tagShift}) & ${tagMask};
      let slot = h & mask;
      for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
        if ((entry & ${tagMask}) === tag) {
          const id = (entry & ${idMask}) - 1;
          const words = arena[id >>> ${segment_shift}];
          const base = (id & ${segmentStates - 1}) * ${words};
          if (${same.join(" && ") || "true"}) return;
        }
        slot = (slot + 1) & mask;
      }
      ${names.map((name, j) => `out[${j}] = ${name};`).join("\n")}
      add(h, slot, heldParents[i], heldActions[i]);
    }
    function makeRoom() {
      room *= 2;
      heldWords = larger(heldWords, room * ${words});
      heldHashes = larger(heldHashes, room);
      heldParents = larger(heldParents, room);
      heldActions = larger(heldActions, room);
    }
    function larger(list, length) {
      const copy = new Int32Array(length);
      copy.set(list);
      return copy;
    }
    function pack(out) {
      ${prepare}
      ${packed.map((word, i) => `out[${i}] = ${word};`).join("\n")}
    }
    function unpack(from, base) {
      ${unpack}
    }
    function successors(visitor) {
      visit = visitor;
      expand();
      visit = null;
    }
    function begin(hooks) {
      judge = hooks.judge;
      canonical = hooks.canonical;
      add = hooks.add;
      table = hooks.table;
      arena = hooks.arena;
      steps = 0;
      held = 0;
      recent.fill(-1);
    }
    function search(first, last, atState, stuck) {
      for (let id = first; id < last; id++) {
        if (!atState(id)) continue;
        unpack(arena[id >>> ${segment_shift}], (id & ${segmentStates - 1}) * ${words});
        const before = steps;
        parent = id;
        expand();
        if (steps === before) stuck(id);
        if (held >= ${heldStates}) flush();
      }
      flush();
      return steps;
    }
    return { successors, pack, unpack, begin, search, out, at: () => at, touched: () => touched, held: ${words >= heldFrom_words} };`;
}
/** `hashWords`, unrolled. */
function hashText(names) {
    return [
        `let h = ${0x9e3779b9 | 0};`,
        ...names.map((name) => `h = Math.imul(h ^ ${name}, ${0x85ebca6b | 0}); h ^= h >>> 15;`),
        `h = Math.imul(h ^ (h >>> 13), ${0xc2b2ae35 | 0}); h ^= h >>> 16;`,
    ].join("\n");
}
//# sourceMappingURL=store-text.js.map