/*
 * Two-phase commit with N resource managers, as tlaplus/Examples' TwoPhase.tla has it: messages stay,
 * and may be received again. One process, one step an edge, all of it in a few bytes.
 */
#ifndef N
#define N 8
#endif

#define INIT 0
#define WORKING 0
#define PREPARED 1
#define COMMITTED 2
#define ABORTED 3

byte tm = INIT;
unsigned received : 9 = 0;
unsigned sent : 9 = 0;
#define RM(i) unsigned rm##i : 2 = WORKING;
RM(0) RM(1) RM(2)
#if N > 3
RM(3)
#endif
#if N > 4
RM(4)
#endif
#if N > 5
RM(5)
#endif
#if N > 6
RM(6)
#endif
#if N > 7
RM(7)
#endif
#if N > 8
RM(8)
#endif

#define EDGES(i) \
  :: d_step { tm == INIT && (sent & (1 << i)) -> received = received | (1 << i) } \
  :: d_step { rm##i == WORKING -> rm##i = PREPARED; sent = sent | (1 << i) } \
  :: d_step { rm##i == WORKING -> rm##i = ABORTED } \
  :: d_step { tm == COMMITTED -> rm##i = COMMITTED } \
  :: d_step { tm == ABORTED -> rm##i = ABORTED }

active proctype system() {
  do
  :: d_step { tm == INIT && received == (1 << N) - 1 -> tm = COMMITTED }
  :: d_step { tm == INIT -> tm = ABORTED }
  EDGES(0) EDGES(1) EDGES(2)
#if N > 3
  EDGES(3)
#endif
#if N > 4
  EDGES(4)
#endif
#if N > 5
  EDGES(5)
#endif
#if N > 6
  EDGES(6)
#endif
#if N > 7
  EDGES(7)
#endif
#if N > 8
  EDGES(8)
#endif
  od
}
