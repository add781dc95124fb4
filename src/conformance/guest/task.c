/*
 * Our side of a task: it is a process of its own, so that two calls overlap and one can be killed.
 * It shares our file descriptors, so that we can answer the page faults of its userfaultfd.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void tasks_init(struct task *tasks)
{
	struct call *calls = mmap(NULL, TASKS_MAX * sizeof(struct call), PROT_READ | PROT_WRITE,
				  MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (calls == MAP_FAILED)
		die("mmap of the calls");
	for (unsigned i = 0; i < TASKS_MAX; i++)
		tasks[i].call = &calls[i];
}

static void start_process(struct task *task)
{
	task->go = eventfd(0, EFD_CLOEXEC);
	task->progress = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (task->go < 0 || task->progress < 0)
		die("eventfd");
	task->pid = syscall(SYS_clone, CLONE_FILES | SIGCHLD, 0, 0, 0, 0);
	if (task->pid < 0)
		die("clone");
	if (!task->pid)
		serve_calls(task);
	task->pidfd = syscall(SYS_pidfd_open, task->pid, 0);
	if (task->pidfd < 0)
		die("pidfd_open");
}

/* Gives back what a call that has returned was made with. */
void task_close_call(struct task *task)
{
	struct call *call = task->call;

	for (unsigned i = 0; i < call->segments; i++)
		if (call->segment[i].memfd >= 0)
			close(call->segment[i].memfd);
	if (call->uffd >= 0)
		close(call->uffd);
	call->phase = IDLE;
	task->paused = false;
}

static void read_fault(struct task *task)
{
	const struct call *call = task->call;
	struct uffd_msg message;

	if (read(call->uffd, &message, sizeof(message)) != sizeof(message))
		return; /* woken for nothing: the caller polls again */
	task->fault_address = message.arg.pagefault.address & -(uint64_t)PAGE;
	for (unsigned i = 0; i < call->pauses; i++) {
		const uint64_t segment = call->pause[i].segment, page = call->pause[i].page;

		if ((uint64_t)call->segment[segment].mapped + page * PAGE == task->fault_address) {
			task->segment = segment;
			task->page = page;
			task->paused = true;
		}
	}
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Ends the record of a process that died, whether its call had returned by then or not. */
static void reap(struct task *task)
{
	int status;

	if (waitpid(task->pid, &status, 0) != task->pid || WIFEXITED(status))
		die("a task's process"); /* it gave up: what it printed is on the console */
	if (task->call->phase == FINISHED)
		say(" state=done result=%ld", task->call->result);
	else
		say(" state=killed");
	task_close_call(task);
	close(task->pidfd), close(task->go), close(task->progress);
	task->pid = 0;
	task->dying = false;
}

/* Waits until the call returns, its process dies, it pauses, or the time is over; says which. */
void task_say_state(struct task *task, uint64_t limit_ms)
{
	struct call *call = task->call;
	const int64_t deadline = now_ms() + limit_ms;

	while (!task->paused) {
		const bool faults = call->phase == CALLING && call->uffd >= 0;
		struct pollfd polled[] = {
			{ .fd = task->pidfd, .events = POLLIN },
			{ .fd = task->progress, .events = POLLIN },
			{ .fd = faults ? call->uffd : -1, .events = POLLIN },
		};
		const int64_t left = deadline - now_ms();
		eventfd_t steps;

		if (call->phase == FINISHED && !task->dying) {
			eventfd_read(task->progress, &steps);
			say(" state=done result=%ld", call->result);
			task_close_call(task);
			return;
		}
		if (poll(polled, 3, left > 0 ? left : 0) <= 0) {
			say(" state=running");
			return;
		}
		if (polled[0].revents) {
			reap(task);
			return;
		}
		if (polled[1].revents)
			eventfd_read(task->progress, &steps);
		if (polled[2].revents)
			read_fault(task);
	}
	say(" state=paused segment=%lu page=%lu", task->segment, task->page);
}

/* Gives a paused task the page it waits for. `wake` false: it does not notice yet. */
void task_deliver_page(struct task *task, bool wake)
{
	static uint64_t words[PAGE / 8] __attribute__((aligned(PAGE)));
	struct uffdio_copy copy = {
		.dst = task->fault_address, .src = (uint64_t)words, .len = PAGE,
		.mode = wake ? 0 : UFFDIO_COPY_MODE_DONTWAKE,
	};

	fill_page(words, &task->call->segment[task->segment], task->page);
	if (ioctl(task->call->uffd, UFFDIO_COPY, &copy))
		die("UFFDIO_COPY");
	task->paused = false;
}

/* Empties the memory file of a paused task's buffer and wakes the task: its copy fails. */
void task_refuse_page(struct task *task)
{
	struct uffdio_range range = { task->fault_address, PAGE };

	if (ftruncate(task->call->segment[task->segment].memfd, 0) ||
	    ioctl(task->call->uffd, UFFDIO_WAKE, &range))
		die("UFFDIO_WAKE");
	task->paused = false;
}

void task_start_call(struct task *task, const struct call *call)
{
	*task->call = *call;
	task->call->phase = PREPARING;
	if (!task->pid)
		start_process(task);
	if (eventfd_write(task->go, 1))
		die("eventfd");
}

void task_kill(struct task *task)
{
	kill(task->pid, SIGKILL);
	task->paused = false;
	task->dying = true;
}
