/* ---- One call, in a process of its own ------------------------------------------------------ */

#include <linux/capability.h>
#include <linux/userfaultfd.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>

enum { SEGMENTS_MAX = 32, CALL_LIMIT_ms = 10000 };
#define ZEROS_bytes (1ul << 30) /* the longest readable buffer; it costs no memory */
#define BAD_POINTER ((const void *)8)

/*
 * A call under way. It is another process that makes it, so that calls overlap and one of them can
 * be without a capability. The process shares our table of files: its userfaultfd is ours, too.
 */
struct call {
	pid_t pid;
	const struct hold *hold;
	int memory;         /* the file behind the buffer that is held; -1: none */
	uint64_t page;      /* of that buffer, where the fault is */
	/* written by the process: */
	volatile int uffd;  /* -1 until there is one */
	volatile int error; /* why it could not make the call, or 0 */
	volatile long result;
	volatile bool done;
};

static char *zeros; /* ZEROS_bytes of them, then a page that cannot be read */
static volatile sig_atomic_t interrupted;

static void prepare_zeros(void)
{
	zeros = mmap(NULL, ZEROS_bytes + PAGE_bytes, PROT_READ,
		     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (zeros == MAP_FAILED || mprotect(zeros + ZEROS_bytes, PAGE_bytes, PROT_NONE)) {
		perror("mmap");
		exit(1);
	}
}

static void drop_cap_sys_boot(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2];

	if (syscall(SYS_capget, &header, data))
		return;
	data[CAP_TO_INDEX(CAP_SYS_BOOT)].effective &= ~CAP_TO_MASK(CAP_SYS_BOOT);
	syscall(SYS_capset, &header, data);
}

/* Maps the buffer that is held. The page in question is absent and faults to our userfaultfd. */
static const void *held_buffer(struct call *call, size_t bytes)
{
	struct uffdio_api api = { .api = UFFD_API };
	struct uffdio_register page = { .mode = UFFDIO_REGISTER_MODE_MISSING };
	const int uffd = syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
	char *buffer;

	if (uffd < 0 || ioctl(uffd, UFFDIO_API, &api) || ftruncate(call->memory, bytes))
		return NULL;
	buffer = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, call->memory, 0);
	if (buffer == MAP_FAILED)
		return NULL;
	call->page = (uint64_t)buffer + call->hold->page * (uint64_t)PAGE_bytes;
	page.range.start = call->page;
	page.range.len = PAGE_bytes;
	if (ioctl(uffd, UFFDIO_REGISTER, &page))
		return NULL;
	call->uffd = uffd;
	return buffer;
}

static const void *buffer_of(const struct step *step, unsigned index, struct call *call)
{
	const struct segment *segment = &step->segment[index];
	const size_t bufsz = measured(&segment->bufsz);

	if (call->hold && call->hold->segment == index)
		return held_buffer(call, (bufsz + PAGE_bytes - 1) & -(size_t)PAGE_bytes);
	if (segment->buffer == ZEROS)
		return zeros;
	return segment->pages ? zeros + ZEROS_bytes - segment->pages * (size_t)PAGE_bytes
			      : BAD_POINTER;
}

/* The process: makes the call and ends. */
static void make_call(const struct step *step, struct call *call)
{
	struct kexec_segment list[SEGMENTS_MAX] = { 0 };

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGINT, SIG_IGN); /* ours to handle: a call that is held must get its page first */
	signal(SIGTERM, SIG_IGN);
	for (unsigned i = 0; i < step->segments && i < SEGMENTS_MAX; i++) {
		list[i].buf = buffer_of(step, i, call);
		list[i].bufsz = measured(&step->segment[i].bufsz);
		list[i].mem = measured(&step->segment[i].mem);
		list[i].memsz = measured(&step->segment[i].memsz);
		if (!list[i].buf) {
			call->error = errno;
			_exit(0);
		}
	}
	if (step->without_cap_sys_boot)
		drop_cap_sys_boot();
	call->result = kexec_load(measured(&step->entry), step->nr_segments,
				  step->list_unreadable ? BAD_POINTER : list, step->flags);
	call->done = true;
	_exit(0);
}

static struct call *start_call(const struct step *step)
{
	struct call *call = mmap(NULL, sizeof(*call), PROT_READ | PROT_WRITE,
				 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t pid;

	if (call == MAP_FAILED)
		return NULL;
	call->hold = step->hold;
	call->uffd = -1;
	call->memory = step->hold ? syscall(SYS_memfd_create, "segment", 1 /* MFD_CLOEXEC */) : -1;
	pid = syscall(SYS_clone, CLONE_FILES | SIGCHLD, 0, 0, 0, 0);
	if (!pid)
		make_call(step, call);
	call->pid = pid; /* by us alone: the process shares this memory */
	return call;
}

/* How far a call has come. */
enum state { ENDED, HELD, KILLED, HANGS };

/* Waits until the call returns or, when `held`, until the kernel asks for the page it copies. */
static enum state wait_for(struct call *call, bool held)
{
	for (int waited_ms = 0; waited_ms < CALL_LIMIT_ms; waited_ms++) {
		struct pollfd fault = { .fd = held ? call->uffd : -1, .events = POLLIN };
		struct uffd_msg message;

		if (waitpid(call->pid, NULL, WNOHANG) == call->pid) {
			call->pid = 0;
			return call->done || call->error ? ENDED : KILLED;
		}
		if (poll(&fault, 1, 1) > 0 && read(call->uffd, &message, sizeof(message)) > 0 &&
		    (message.arg.pagefault.address & -(uint64_t)PAGE_bytes) == call->page)
			return HELD;
	}
	kill(call->pid, SIGKILL);
	return HANGS;
}

/* Lets a call go on that is held: with the page it waits for, or with the file behind it empty. */
static void release(struct call *call)
{
	struct uffdio_copy copy = { .dst = call->page, .src = (uint64_t)zeros, .len = PAGE_bytes };
	struct uffdio_range range = { call->page, PAGE_bytes };

	if (call->hold->refuse && !ftruncate(call->memory, 0))
		ioctl(call->uffd, UFFDIO_WAKE, &range);
	else
		ioctl(call->uffd, UFFDIO_COPY, &copy);
}

static void end_call(struct call *call)
{
	if (call->uffd >= 0)
		close(call->uffd);
	if (call->memory >= 0)
		close(call->memory);
	munmap(call, sizeof(*call));
}
