/*
 * The process that makes a task's kexec_load calls.
 *
 * A pause works through userfaultfd: the page of the buffer that shall pause is absent, so the
 * kernel stops inside its copy, under its lock, until the agent answers the fault.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/userfaultfd.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BAD_POINTER ((void *)8)

char *zeros;

static void build_list(struct call *call);
static void allow_boot(bool allowed);
static void advance(struct task *task, enum phase phase);

static long load_native(const struct call *call)
{
	const void *list = call->list_bad ? BAD_POINTER : call->list;
	const long result = syscall(SYS_kexec_load, call->entry, call->nr, list, call->flags);

	return result < 0 ? -errno : result;
}

/* The entry of 32-bit programs, which a 64-bit one reaches by its interrupt. */
static long load_compat(const struct call *call)
{
	enum { NR_kexec_load = 283 };
	const void *list = call->list_bad ? BAD_POINTER : call->compat_list;
	long result;

	__asm__ volatile("int $0x80" : "=a"(result)
			 : "a"(NR_kexec_load), "b"((uint32_t)call->entry), "c"((uint32_t)call->nr),
			   "d"(list), "S"((uint32_t)call->flags)
			 : "memory", "r8", "r9", "r10", "r11");
	return (int)result;
}

void serve_calls(struct task *task)
{
	struct call *call = task->call;
	eventfd_t go;
	struct compat_segment *list = mmap(NULL, PAGE, PROT_READ | PROT_WRITE,
					   MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

	if (list == MAP_FAILED)
		die("mmap of a list");
	while (!eventfd_read(task->go, &go)) {
		call->compat_list = list;
		build_list(call);
		if (call->drop_cap)
			allow_boot(false);
		if (call->pauses)
			advance(task, CALLING); /* from now on `uffd` can be polled */
		errno = 0;
		call->result = call->compat ? load_compat(call) : load_native(call);
		if (call->drop_cap)
			allow_boot(true);
		for (unsigned i = 0; i < call->segments; i++)
			if (call->segment[i].mapped)
				munmap(call->segment[i].mapped, bytes_read(&call->segment[i]));
		advance(task, FINISHED);
	}
	die("eventfd");
}

void zeros_init(void)
{
	zeros = mmap((void *)0x80000000, ZEROS_bytes + PAGE, PROT_READ, /* for 32-bit pointers */
		     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
	if (zeros == MAP_FAILED || mprotect(zeros + ZEROS_bytes, PAGE, PROT_NONE) ||
	    madvise(zeros, ZEROS_bytes, MADV_NOHUGEPAGE))
		die("mmap of the zeros");
}

/* Bytes the kernel reads: a buffer longer than its segment is refused before it is read. */
uint64_t bytes_read(const struct segment *segment)
{
	return segment->bufsz <= segment->memsz ? segment->bufsz : 0;
}

static bool pauses_at(const struct call *call, uint64_t segment, uint64_t page)
{
	for (unsigned i = 0; i < call->pauses; i++)
		if (call->pause[i].segment == segment && call->pause[i].page == page)
			return true;
	return false;
}

/* Every 8-byte word of a seeded buffer says its seed and its own index; seed 0 is all zeros. */
void fill_page(uint64_t *words, const struct segment *segment, uint64_t page)
{
	uint64_t seed = segment->buffer == BUF_SEED ? segment->number : 0;

	for (unsigned i = 0; i < PAGE / 8; i++)
		words[i] = seed ? seed << 32 | (page * (PAGE / 8) + i) : 0;
	if (segment->buffer == BUF_ELF && page == 0)
		words[0] = 0x010102464c457f; /* what the kernel knows an elfcorehdr by */
}

/* Maps a memory file as the buffer. Pages that shall pause stay absent and fault to `uffd`. */
static void map_buffer(struct call *call, unsigned index)
{
	struct segment *segment = &call->segment[index];
	uint64_t pages = (bytes_read(segment) + PAGE - 1) / PAGE;

	segment->memfd = memfd_create("segment", MFD_CLOEXEC);
	if (segment->memfd < 0 || ftruncate(segment->memfd, pages * PAGE))
		die("memfd for a segment");
	segment->mapped = mmap(NULL, pages * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED,
			       segment->memfd, 0);
	if (segment->mapped == MAP_FAILED)
		die("mmap of a segment");
	for (uint64_t page = 0; page < pages; page++) {
		struct uffdio_register range = {
			.range = { (uint64_t)segment->mapped + page * PAGE, PAGE },
			.mode = UFFDIO_REGISTER_MODE_MISSING,
		};
		if (!pauses_at(call, index, page))
			fill_page((uint64_t *)(segment->mapped + page * PAGE), segment, page);
		else if (ioctl(call->uffd, UFFDIO_REGISTER, &range))
			die("UFFDIO_REGISTER");
	}
	if (segment->buffer == BUF_CODE)
		put_payload(call, segment->mapped, pages * PAGE);
}

static void *buffer_of(const struct segment *segment)
{
	if (segment->mapped)
		return segment->mapped;
	if (segment->buffer == BUF_BAD)
		return BAD_POINTER;
	return segment->buffer == BUF_EDGE ? zeros + ZEROS_bytes - segment->number * PAGE : zeros;
}

static void build_list(struct call *call)
{
	struct uffdio_api api = { .api = UFFD_API };

	if (call->pauses) {
		call->uffd = syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
		if (call->uffd < 0 || ioctl(call->uffd, UFFDIO_API, &api))
			die("userfaultfd");
	}
	for (unsigned i = 0; i < call->segments; i++) {
		struct segment *segment = &call->segment[i];
		bool paused = false;

		for (unsigned p = 0; p < call->pauses; p++)
			paused |= call->pause[p].segment == i;
		if (paused || (segment->buffer == BUF_SEED && bytes_read(segment)) ||
		    segment->buffer == BUF_CODE || segment->buffer == BUF_ELF)
			map_buffer(call, i);
		call->list[i] = (struct kexec_segment){
			.buf = buffer_of(segment),
			.bufsz = segment->bufsz,
			.mem = (void *)segment->mem,
			.memsz = segment->memsz,
		};
		if (call->compat)
			call->compat_list[i] = (struct compat_segment){
				(uint64_t)call->list[i].buf, segment->bufsz, segment->mem,
				segment->memsz,
			};
	}
}

/* Takes CAP_SYS_BOOT out of the effective set, or puts it back. */
static void allow_boot(bool allowed)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2];

	if (syscall(SYS_capget, &header, data))
		die("capget");
	data[0].effective &= ~(1u << CAP_SYS_BOOT);
	data[0].effective |= (uint32_t)allowed << CAP_SYS_BOOT;
	if (syscall(SYS_capset, &header, data))
		die("capset");
}

static void advance(struct task *task, enum phase phase)
{
	task->call->phase = phase;
	if (eventfd_write(task->progress, 1))
		die("eventfd");
}
