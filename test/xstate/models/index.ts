import { abCorrectness } from "./ab-correctness.ts";
import { alternatingBit } from "./alternating-bit.ts";
import { asynchInterface } from "./asynch-interface.ts";
import { cigaretteSmokers } from "./cigarette-smokers.ts";
import { dieHard } from "./die-hard.ts";
import { hanoi } from "./hanoi.ts";
import { hourClock } from "./hour-clock.ts";
import { increment } from "./increment.ts";
import { incrementSymmetric } from "./increment-symmetric.ts";
import { linearEquation } from "./linear-equation.ts";
import { lock } from "./lock.ts";
import { microwave } from "./microwave.ts";
import { missionaries } from "./missionaries.ts";
import { peterson } from "./peterson.ts";
import { tCommit } from "./t-commit.ts";
import { twoPhase } from "./two-phase.ts";
import { twoPhaseBytes } from "./two-phase-bytes.ts";

/** Every ported model, in a size that the interpreter explores in a second or two. */
export const ports: Readonly<Record<string, () => unknown>> = {
  HourClock: hourClock,
  AsynchInterface: asynchInterface,
  DieHard: dieHard,
  TCommit: () => tCommit(3),
  TwoPhase: () => twoPhase(3),
  "TwoPhase in bytes": () => twoPhaseBytes(3, false),
  "TwoPhase with symmetry": () => twoPhaseBytes(5, true),
  CigaretteSmokers: cigaretteSmokers,
  Lock: lock,
  Peterson: peterson,
  ABCorrectness: abCorrectness,
  AlternatingBit: alternatingBit,
  increment: () => increment(2),
  "increment with symmetry": () => incrementSymmetric(2),
  "2x + 10y = 14": () => linearEquation({ a: 2, b: 10, c: 14 }),
  Hanoi: () => hanoi(4),
  Missionaries: missionaries,
  Microwave: microwave,
};
