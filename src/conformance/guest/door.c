/*
 * Everything but kexec_load that takes kexec's lock or is refused before it: each in a process of
 * its own, which ends with the error number. One at a time for each task.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/reboot.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char crash_size[] = "/sys/kernel/kexec_crash_size";

static int read_size(void)
{
	char text[32];

	return read_text(crash_size, text, sizeof(text));
}

static int write_size(const struct command *command)
{
	char text[32] = "junk";
	int fd = open(crash_size, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return -errno;
	if (command->has_value)
		snprintf(text, sizeof(text), "%lu", command->value);
	return write(fd, text, strlen(text)) < 0 ? -errno : 0;
}

/* Without a kernel: only an unload, or what is refused before the files are asked for. */
static int file_load(const struct command *command)
{
	if (command->kernel)
		return load_files(command);
	return syscall(SYS_kexec_file_load, -1, -1, 1, "", command->call.flags) ? -errno : 0;
}

/* With something to jump to, and everything right, this does not come back. */
static int reboot_kexec(const struct command *command)
{
	const unsigned second = command->magic ? LINUX_REBOOT_MAGIC2 : 1;

	return syscall(SYS_reboot, LINUX_REBOOT_MAGIC1, second, LINUX_REBOOT_CMD_KEXEC, 0) ? -errno
											     : 0;
}

static void drop_capabilities(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2] = { 0 };

	if (syscall(SYS_capset, &header, data))
		die("capset");
}

static pid_t processes[TASKS_MAX]; /* of each task's call, or 0 */

/* Waits for a process of ours, but not longer than `limit_ms`; says whether it has ended. */
static bool wait_for(pid_t child, uint64_t limit_ms, int *status)
{
	struct pollfd ended = { .fd = syscall(SYS_pidfd_open, child, 0), .events = POLLIN };
	bool over;

	if (child < 0 || ended.fd < 0)
		die("the process of a call");
	over = poll(&ended, 1, limit_ms) > 0;
	close(ended.fd);
	if (over && waitpid(child, status, 0) != child)
		die("the process of a call");
	return over;
}

static int exit_code_of(pid_t child)
{
	int status;

	if (!wait_for(child, -1, &status) || !WIFEXITED(status))
		die("the first process of a namespace");
	return WEXITSTATUS(status);
}

static int perform_door(const struct command *command)
{
	if (!strcmp(command->name, "show"))
		return read_size();
	if (!strcmp(command->name, "store"))
		return write_size(command);
	return !strcmp(command->name, "reboot") ? reboot_kexec(command) : file_load(command);
}

static __attribute__((noreturn)) void serve_door(const struct command *command)
{
	if (command->pid_namespace) {
		pid_t child;

		if (unshare(CLONE_NEWPID))
			die("unshare");
		child = fork(); /* it is the first in the namespace */
		if (child)
			_exit(exit_code_of(child));
	}
	if (command->call.drop_cap)
		drop_capabilities();
	_exit(-perform_door(command));
}

/* Begins a call, unless one is under way; says what has become of it. */
void make_door_call(const struct command *command)
{
	pid_t *running = &processes[command->task];

	if (!*running) {
		*running = fork();
		if (!*running)
			serve_door(command);
	}
	wait_door_call(command);
}

void wait_door_call(const struct command *command)
{
	int status;

	if (!processes[command->task]) {
		say(" state=idle");
		return;
	}
	if (!wait_for(processes[command->task], command->limit_ms, &status)) {
		say(" state=running");
		return;
	}
	processes[command->task] = 0;
	if (WIFEXITED(status))
		say(" state=done result=%d", -WEXITSTATUS(status));
	else
		say(" state=killed");
}

void kill_door_call(const struct command *command)
{
	if (processes[command->task])
		kill(processes[command->task], SIGKILL);
}
