/*
 * The kernel's own function trace: probes at the entry and the return of kernel functions, through
 * tracefs. We record in a trace instance of our own, so that nobody else's events are among ours.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRACEFS "/sys/kernel/tracing"
#define INSTANCE TRACEFS "/instances/kexec_model"
#define GROUP "kexec_model"
#define EVENTS INSTANCE "/events/" GROUP
#define RETURN_SUFFIX "__return"

enum {
	PAGE_OF_EVENTS_bytes = 7000, /* of a reply, which has room for 8192 */
	EVENT_MAX_bytes = 192,
	BUFFER_kib = 4096,
};

static int pipe_fd = -1;
static char text[16384]; /* what was read and not said yet */
static size_t text_length;

static void start(const struct command *command, const struct task *tasks);
static void say_events(const struct task *tasks);
static void open_instance(void);
static void add_probe(char *probe);
static void choose_tasks(const struct task *tasks);
static bool read_more(void);
static size_t say_event(char *line);
static bool put(const char *path, int flags, const char *what);

/* What it answers is said at each of the three; false: there is no such command. */
bool trace_command(const struct command *command, const struct task *tasks)
{
	const char *name = command->name ? command->name : "";

	if (!strcmp(name, "on"))
		start(command, tasks);
	else if (!strcmp(name, "off"))
		put(INSTANCE "/tracing_on", O_WRONLY, "0");
	else if (!strcmp(name, "read"))
		say_events(tasks);
	else
		return false;
	return true;
}

/* Records from now on; with probes of its own, or those of before. */
static void start(const struct command *command, const struct task *tasks)
{
	open_instance();
	put(INSTANCE "/tracing_on", O_WRONLY, "0");
	if (command->probes) {
		put(EVENTS "/enable", O_WRONLY, "0");
		put(TRACEFS "/kprobe_events", O_WRONLY | O_TRUNC, "");
		for (unsigned i = 0; i < command->probes; i++)
			add_probe(command->probe[i]);
		put(EVENTS "/enable", O_WRONLY, "1");
	}
	choose_tasks(tasks);
	do
		text_length = 0;
	while (read_more());
	put(INSTANCE "/tracing_on", O_WRONLY, "1");
}

/*
 * Says the next events, oldest first, each once:
 *
 *   pid=TASK,PID   e=enter,FUNCTION,PID,VALUE...      e=return,FUNCTION,PID,VALUE
 *   lost=N         events that did not fit into the buffer
 *   more=0|1       whether to ask again
 */
static void say_events(const struct task *tasks)
{
	size_t said = 0;
	char *end;

	for (unsigned i = 0; i < TASKS_MAX; i++)
		if (tasks[i].pid)
			say(" pid=%u,%d", i, tasks[i].pid);
	while (said < PAGE_OF_EVENTS_bytes) {
		end = memchr(text, '\n', text_length);
		if (!end && read_more())
			continue;
		if (!end)
			break;
		*end++ = 0;
		said += say_event(text);
		text_length -= end - text;
		memmove(text, end, text_length);
	}
	say(" more=%d", said >= PAGE_OF_EVENTS_bytes);
}

static void open_instance(void)
{
	char size[16];

	if (pipe_fd >= 0)
		return;
	if (mount("tracefs", TRACEFS, "tracefs", 0, NULL) && errno != EBUSY)
		die("mount of tracefs");
	if (mkdir(INSTANCE, 0700) && errno != EEXIST)
		die("trace instance");
	snprintf(size, sizeof(size), "%d", BUFFER_kib);
	if (!put(INSTANCE "/buffer_size_kb", O_WRONLY, size) ||
	    !put(INSTANCE "/trace_options", O_WRONLY, "event-fork"))
		die("trace instance");
	pipe_fd = open(INSTANCE "/trace_pipe", O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (pipe_fd < 0)
		die("trace_pipe");
}

/*
 * p,FUNCTION,FETCH... : its entry, and what to record there; r,FUNCTION: its return, and the value.
 * Says which ones this kernel has not got, or does not let be probed.
 */
static void add_probe(char *probe)
{
	const bool returns = *probe == 'r';
	const char *kind = strsep(&probe, ","), *function = strsep(&probe, ",");
	char line[512], *fetch;
	int length;

	length = snprintf(line, sizeof(line), "%s:" GROUP "/%s%s %s", kind, function,
			  returns ? RETURN_SUFFIX : "", function);
	if (returns)
		snprintf(line + length, sizeof(line) - length, " v=$retval:x64");
	for (unsigned i = 0; length < (int)sizeof(line) && (fetch = strsep(&probe, ",")); i++)
		length += snprintf(line + length, sizeof(line) - length, " a%u=%s:x64", i, fetch);
	if (!put(TRACEFS "/kprobe_events", O_WRONLY | O_APPEND, line))
		say(" missing=%s,%s", kind, function);
}

/*
 * Our own children from now on, and the tasks that are there already. All on one processor: its
 * list of free pages gives back what was freed last.
 */
static void choose_tasks(const struct task *tasks)
{
	cpu_set_t cpus;
	static char chosen[TASKS_MAX * 12 + 12];
	char pids[sizeof(chosen)];
	int length = snprintf(pids, sizeof(pids), "%d", getpid());

	CPU_ZERO(&cpus);
	CPU_SET(0, &cpus);
	sched_setaffinity(0, sizeof(cpus), &cpus);
	for (unsigned i = 0; i < TASKS_MAX; i++) {
		if (!tasks[i].pid)
			continue;
		sched_setaffinity(tasks[i].pid, sizeof(cpus), &cpus);
		length += snprintf(pids + length, sizeof(pids) - length, " %d", tasks[i].pid);
	}
	if (!strcmp(pids, chosen))
		return; /* to choose takes the kernel some 100 ms */
	if (!put(INSTANCE "/set_event_pid", O_WRONLY | O_TRUNC, pids))
		die("set_event_pid");
	strcpy(chosen, pids);
}

static bool read_more(void)
{
	ssize_t n = read(pipe_fd, text + text_length, sizeof(text) - text_length);

	if (n <= 0)
		return false;
	text_length += n;
	return true;
}

/*
 * `   init-57      [000] d...    12.345: FUNCTION: (PLACE) a0=0x1 a1=0x2`, or
 * `CPU:0 [LOST 12 EVENTS]`. Returns how many bytes it said.
 */
static size_t say_event(char *line)
{
	char *cpu = strstr(line, " ["), *pid = cpu, *name = cpu ? strstr(cpu, ": ") : NULL;
	char *end = name ? strstr(name + 2, ": (") : NULL, *place = end ? strchr(end, ')') : NULL;
	char *lost = strstr(line, "[LOST "), said[EVENT_MAX_bytes], *value;
	size_t suffix = strlen(RETURN_SUFFIX);
	bool returns;
	int length;

	if (lost)
		say(" lost=%lu", strtoul(lost + strlen("[LOST "), NULL, 10));
	if (!place)
		return 0;
	while (pid > line && pid[-1] != '-')
		pid--;
	name += 2;
	*end = 0;
	returns = end - name > (long)suffix && !strcmp(end - suffix, RETURN_SUFFIX);
	if (returns)
		end[-(long)suffix] = 0;
	length = snprintf(said, sizeof(said), " e=%s,%s,%ld",
			  returns ? "return" : "enter", name,
			  strtol(pid, NULL, 10));
	for (value = strstr(place, "=0x"); value; value = strstr(value + 1, "=0x"))
		length += snprintf(said + length, sizeof(said) - length, ",%lx",
				   strtoul(value + 1, NULL, 16));
	say("%s", said);
	return length;
}

/* A write that the kernel may refuse. */
static bool put(const char *path, int flags, const char *what)
{
	int fd = open(path, flags | O_CLOEXEC);
	size_t length = strlen(what);
	bool done;

	if (fd < 0)
		return false;
	done = !length || write(fd, what, length) == (ssize_t)length;
	close(fd);
	return done;
}
