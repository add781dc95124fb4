/*
 * The guest agent: /init of the test machine. It makes kexec_load calls on request and reports
 * what user space can see afterwards.
 *
 * Protocol: one command line in, one reply line out, over the second serial port.
 *
 *   command   SEQ VERB [key=value ...]
 *   reply     SEQ ok [key=value ...]    |    SEQ error reason=TEXT
 *
 * SEQ is the driver's running number and comes back unchanged. `0 ready` is sent once, at boot.
 *
 *   hello                  release, version (its spaces are tabs), page, cpus, totalram (bytes),
 *                          crash=START,END, ram=START,END...
 *   load [task=] [flags=] [entry=] [nr=] [list=good|bad] [cap=0|1] [limit_ms=] [observe=]
 *        [compat=1]                      through the 32-bit entry
 *        [seg=MEM,MEMSZ,BUFSZ,BUF]...   BUF: good, all zeros | bad, not readable | edgeN, N pages
 *                                       readable | seedN, each 8-byte word is N << 32 | its index |
 *                                       elf, zeros with an ELF header
 *                                       | code, the payload, which checks all segments when run
 *        [wrong=ADDRESS]                 the payload expects the complement of the byte there
 *        [pause=SEGMENT,PAGE]...        stop inside the kernel while it copies that page
 *   resume task= page=deliver|efault    the page arrives, or the copy that waits for it fails
 *   wait task=                          does nothing but wait
 *   kill task= [page=deliver]           SIGKILL; with the page there, but not yet noticed
 *   define value= [as for load]         remembers a call under a number; it cannot pause
 *   batch text=N,N,...     makes these calls, one after the other: seen=RESULT/LCK,... with L and C
 *                          for loaded and crash_loaded, K: f, the lock is free, or h, held
 *   observe observe=       1: loaded, crash_loaded, crash_size (EBUSY while the lock is held);
 *                          2: also reserved, the frames of RAM marked so more than at boot
 *   sysctl name= [value=]  reads or writes /proc/sys/kernel/NAME: result, value
 *   door [task=] name=     show, store (value=, or no number): the crash size; reboot (cap=, magic=,
 *                          pid_namespace=1): LINUX_REBOOT_CMD_KEXEC; file (flags=, cap=):
 *                          kexec_file_load: a state
 *        [kernel=good|bad|none] [initrd=BYTES,SEED] [cmdline=]   file: of files, the good kernel's
 *                          with the payload inside; else without any
 *   door [task=] name=wait waits on for it; name=kill: sends SIGKILL first
 *   put name= text=        writes a text to the file of that path: result
 *   crash                  panics by sysrq
 *   symbol name=           the addresses of a kernel symbol, and how many have that name
 *   trace name=on [probe=p,FUNCTION[,FETCH]... | probe=r,FUNCTION]...
 *                          records entries and returns of functions from now on; without probes,
 *                          those of before: missing=KIND,FUNCTION...
 *   trace name=off         records no more;  name=read: see trace.c
 *   frames name=hold value=N   holds N page frames: frame=PFN...;  name=give: frees them
 *   quit                   powers off
 *
 * load, resume, wait and kill take limit_ms= and observe= and answer with a state:
 *   done result=N | paused segment= page= | running (the time is over) | killed
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

enum { LINE_MAX_bytes = 8192 };

static struct task tasks[TASKS_MAX];
static int port = -1;
static char reply[LINE_MAX_bytes];
static size_t reply_length;

static void check_test_machine(void);
static void open_port(void);
static void answer(char *line);
static void send_reply(void);

int main(void)
{
	static char line[LINE_MAX_bytes];
	size_t length = 0;
	ssize_t n;
	char *end;

	check_test_machine();
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	open_port();
	zeros_init();
	tasks_init(tasks);
	observe_init();
	say("0 ready");
	send_reply();
	while ((n = read(port, line + length, sizeof(line) - 1 - length)) > 0) {
		length += n;
		line[length] = 0;
		while ((end = strchr(line, '\n'))) {
			*end++ = 0;
			answer(line);
			length -= end - line;
			memmove(line, end, length + 1);
		}
	}
	die("read from the serial port");
}

/* Only a test machine's command line has the token: nobody else's kernel is ever touched. */
static void check_test_machine(void)
{
	static char text[LINE_MAX_bytes];
	char *position = text, *word;

	if (getpid() != 1) {
		fprintf(stderr, "expected to be PID 1 of a test machine, got PID %d: only "
			"`kexec-model conform --target linux` starts this program\n", getpid());
		exit(1);
	}
	mkdir("/proc", 0755);
	mount("proc", "/proc", "proc", 0, NULL);
	read_text("/proc/cmdline", text, sizeof(text));
	while ((word = strsep(&position, " \n")))
		if (!strcmp(word, "kexec_model_guest"))
			return;
	fprintf(stderr, "expected kexec_model_guest on the kernel command line, got none: "
		"this is no test machine\n");
	exit(1);
}

static void open_port(void)
{
	struct termios settings;
	int trigger;

	port = open_file("/dev/ttyS1", O_RDWR | O_NOCTTY);
	if (tcgetattr(port, &settings))
		die("ttyS1");
	cfmakeraw(&settings);
	cfsetspeed(&settings, B115200);
	if (tcsetattr(port, TCSANOW, &settings))
		die("ttyS1");
	trigger = open_file("/sys/class/tty/ttyS1/rx_trig_bytes", O_WRONLY);
	if (write(trigger, "14\n", 3) != 3)
		die("ttyS1");
	close(trigger);
}

/* ---- Replies ------------------------------------------------------------------------------ */

void die(const char *what)
{
	fprintf(stderr, "kexec-model agent: %s: %s\n", what, strerror(errno));
	exit(1); /* ends PID 1: the kernel panics, QEMU ends, the driver sees it */
}

void say(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	reply_length += vsnprintf(reply + reply_length, sizeof(reply) - reply_length, format, list);
	va_end(list);
	if (reply_length >= sizeof(reply) - 1)
		die("reply too long");
}

/* Replaces the reply by an error. */
static bool fail(const struct command *command, const char *reason, const char *detail)
{
	reply_length = 0;
	say("%lu error reason=%s%.64s", command->seq, reason, detail);
	return false;
}

static void send_reply(void)
{
	say("\n");
	for (size_t sent = 0; sent < reply_length;) {
		ssize_t n = write(port, reply + sent, reply_length - sent);

		if (n <= 0)
			die("write to the serial port");
		sent += n;
	}
	reply_length = 0;
}

/* ---- Commands ----------------------------------------------------------------------------- */

static bool do_load(const struct command *command, struct task *task)
{
	if (task->pid && task->call->phase != IDLE)
		return fail(command, "task-is-in-a-call", "");
	if (!pauses_fit(&command->call))
		return fail(command, "pause-outside-a-buffer-that-is-read", "");
	task_start_call(task, &command->call);
	task_say_state(task, command->limit_ms);
	return true;
}

/* wait, resume and kill: all need a call under way, and all answer with its state. */
static bool do_continue(const struct command *command, struct task *task)
{
	const bool deliver = command->page && !strcmp(command->page, "deliver");
	const bool efault = command->page && !strcmp(command->page, "efault");
	const bool kills = !strcmp(command->verb, "kill");

	if (!task->pid || task->call->phase == IDLE)
		return fail(command, "task-is-in-no-call", "");
	if (!strcmp(command->verb, "resume") && !deliver && !efault)
		return fail(command, "page-must-be-deliver-or-efault", "");
	if (!task->paused && (deliver || efault))
		return fail(command, "task-is-not-paused", "");
	if (deliver)
		task_deliver_page(task, !kills);
	if (efault)
		task_refuse_page(task);
	if (kills)
		task_kill(task);
	task_say_state(task, command->limit_ms);
	return true;
}

static bool do_sysctl(const struct command *command)
{
	char path[128], text[32];
	int fd, result;

	if (!command->name || strchr(command->name, '/'))
		return fail(command, "name-of-a-sysctl-in-kernel-expected", "");
	snprintf(path, sizeof(path), "/proc/sys/kernel/%s", command->name);
	fd = open(path, (command->has_value ? O_WRONLY : O_RDONLY) | O_CLOEXEC);
	result = fd < 0 ? -errno : 0;
	if (!result && command->has_value) {
		int length = snprintf(text, sizeof(text), "%ld\n", (long)command->value);

		result = write(fd, text, length) < 0 ? -errno : 0;
	}
	say(" result=%d", result);
	if (!result && !command->has_value)
		say(" value=%lld", read_number(fd));
	if (fd >= 0)
		close(fd);
	return true;
}

static bool do_door(const struct command *command)
{
	static const char *const doors[] = { "show", "store", "reboot", "file" };

	if (command->kernel && !knows_kernel_file(command->kernel))
		return fail(command, "kernel-must-be-good-bad-or-none", "");
	for (unsigned i = 0; i < sizeof(doors) / sizeof(doors[0]); i++) {
		if (command->name && !strcmp(command->name, doors[i])) {
			make_door_call(command);
			return true;
		}
	}
	if (!command->name || (strcmp(command->name, "wait") && strcmp(command->name, "kill")))
		return fail(command, "no-such-door", "");
	if (!strcmp(command->name, "kill"))
		kill_door_call(command);
	wait_door_call(command);
	return true;
}

static int put_text(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), result;

	if (fd < 0)
		return -errno;
	result = write(fd, text, strlen(text)) < 0 ? -errno : 0;
	close(fd);
	return result;
}

static bool do_put(const struct command *command)
{
	if (!command->name || !command->text)
		return fail(command, "name-and-text-expected", "");
	say(" result=%d", put_text(command->name, command->text));
	return true;
}

static bool do_batch(const struct command *command)
{
	const bool defines = !strcmp(command->verb, "define");
	const char *bad = defines ? define_call(command)
				  : make_calls(tasks, command->text, command->limit_ms);

	return bad ? fail(command, bad, "") : true;
}

static bool do_symbol(const struct command *command)
{
	char line[512], name[256];
	uint64_t address, count = 0;
	FILE *file = fopen("/proc/kallsyms", "re");

	if (!file || !command->name)
		return fail(command, "cannot-look-up-a-symbol", "");
	while (fgets(line, sizeof(line), file)) {
		if (!strstr(line, command->name))
			continue;
		if (sscanf(line, "%lx %*c %255s", &address, name) == 2 &&
		    !strcmp(name, command->name)) {
			say(" address=0x%lx", address);
			count++;
		}
	}
	fclose(file);
	say(" count=%lu", count);
	return true;
}

static bool perform(const struct command *command)
{
	const char *verb = command->verb;
	struct task *task = &tasks[command->task];

	if (!strcmp(verb, "load"))
		return do_load(command, task);
	if (!strcmp(verb, "resume") || !strcmp(verb, "wait") || !strcmp(verb, "kill"))
		return do_continue(command, task);
	if (!strcmp(verb, "sysctl"))
		return do_sysctl(command);
	if (!strcmp(verb, "door"))
		return do_door(command);
	if (!strcmp(verb, "define") || !strcmp(verb, "batch"))
		return do_batch(command);
	if (!strcmp(verb, "symbol"))
		return do_symbol(command);
	if (!strcmp(verb, "trace"))
		return trace_command(command, tasks) ||
		       fail(command, "name-must-be-on-off-or-read", "");
	if (!strcmp(verb, "frames"))
		return frames_command(command) || fail(command, "no-frames-to-hold-or-give", "");
	if (!strcmp(verb, "put"))
		return do_put(command);
	if (!strcmp(verb, "hello"))
		say_machine();
	else if (strcmp(verb, "observe") && strcmp(verb, "quit") && strcmp(verb, "crash"))
		return fail(command, "unknown-command-", verb);
	return true;
}

static void answer(char *line)
{
	static struct command command;
	const char *bad = parse_command(line, &command);

	say("%lu ok", command.seq);
	if (bad)
		fail(&command, "bad-argument-", bad);
	else if (perform(&command))
		say_observation(command.observe);
	send_reply();
	if (!bad && !strcmp(command.verb, "crash")) {
		tcdrain(port);
		put_text("/proc/sysrq-trigger", "c");
	}
	if (!bad && !strcmp(command.verb, "quit")) {
		tcdrain(port);
		reboot(RB_POWER_OFF);
	}
}
