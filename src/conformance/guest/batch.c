/*
 * Calls in a row: each is told once and has a number; then one command makes many of them, and one
 * reply says what came of each. Nothing in them pauses or is killed.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>

enum { CALLS_MAX = 1024 };

static struct {
	uint64_t task;
	struct call call;
} *calls[CALLS_MAX];

/* Remembers a call under its number. Returns NULL, or what is wrong with it. */
const char *define_call(const struct command *command)
{
	const uint64_t number = command->value;

	if (!command->has_value || number >= CALLS_MAX)
		return "number-of-a-call-expected";
	if (command->call.pauses)
		return "a-call-in-a-row-cannot-pause";
	if (!calls[number])
		calls[number] = malloc(sizeof(*calls[number]));
	if (!calls[number])
		die("memory for a call");
	calls[number]->task = command->task;
	calls[number]->call = command->call;
	return NULL;
}

/* Waits until the call returns; says whether it did so in time. */
static bool await_result(struct task *task, uint64_t limit_ms, long *result)
{
	struct pollfd polled[] = {
		{ .fd = task->pidfd, .events = POLLIN },
		{ .fd = task->progress, .events = POLLIN },
	};
	eventfd_t steps;

	while (task->call->phase != FINISHED)
		if (poll(polled, 2, limit_ms) <= 0 || polled[0].revents ||
		    eventfd_read(task->progress, &steps))
			return false;
	eventfd_read(task->progress, &steps); /* what has come since, if anything */
	*result = task->call->result;
	task_close_call(task);
	return true;
}

/*
 * Makes the calls whose numbers are in `text`, with commas between. Says of each, after its result,
 * what a brief observation sees. Returns NULL, or what is wrong; a call that does not return is the
 * last one made.
 */
const char *make_calls(struct task *tasks, const char *text, uint64_t limit_ms)
{
	char separator = '=';

	say(" seen");
	while (text && *text) {
		char *end;
		const uint64_t number = strtoull(text, &end, 10);
		struct task *task;
		long result;

		if (end == text || number >= CALLS_MAX || !calls[number])
			return "no-such-call";
		task = &tasks[calls[number]->task];
		if (task->pid && task->call->phase != IDLE)
			return "task-is-in-a-call";
		task_start_call(task, &calls[number]->call);
		if (!await_result(task, limit_ms, &result)) {
			task_say_state(task, 0);
			return NULL;
		}
		say("%c%ld", separator, result);
		say_brief_observation();
		separator = ',';
		text = *end == ',' ? end + 1 : end;
	}
	return NULL;
}
