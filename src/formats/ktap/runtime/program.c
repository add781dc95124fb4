#define _GNU_SOURCE
#include "suite.h"
#include "tests.c"
#include "machine.c"
#include "observe.c"
#include "call.c"
#include "run.c"
#include "main.c"
