/* ---- What a suite says -------------------------------------------------------------------- */

#ifndef __x86_64__
#error "these tests are about kexec_load on x86-64"
#endif

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { PAGE_bytes = 4096 };
#define PAGES(count) .bytes = (count) * (uint64_t)PAGE_bytes

/* include/uapi/linux/kexec.h */
enum { ON_CRASH = 0x1 };
struct kexec_segment {
	const void *buf;
	size_t bufsz;
	uint64_t mem;
	size_t memsz;
};

/*
 * An address or a length: so many bytes, and so many times each landmark of the machine. Only the
 * machine knows where its crash region is and how much is too much for it.
 */
struct measure {
	uint64_t bytes;
	int kernel;        /* where the kernel's code is: destinations that nobody else gets */
	int crash_start;   /* where the crash region begins */
	int crash_end;     /* the first byte behind it */
	int half_of_ram;   /* half of totalram_pages(): the most that an image may have */
	int control_pages; /* what a crash image takes of the region for its control code */
	int table_pages;   /* and for its page tables */
};

/* UNREADABLE: from page number `pages` on. */
enum buffer { ZEROS, UNREADABLE };

struct segment {
	struct measure mem, memsz, bufsz;
	enum buffer buffer;
	unsigned pages;
};

/* What must be seen after a step. Of frames only more, fewer or as many as before is compared. */
struct sight {
	int kexec_loaded, kexec_crash_loaded, frames;
	bool locked;
};

/* Where a call is held while it has the lock: in its copy of a page, through userfaultfd. */
struct hold {
	unsigned segment, page;
	bool refuse; /* in the end the page is not delivered, the copy fails */
	unsigned steps;
	const struct step *meanwhile;
};

/* One call of kexec_load, or one write to kexec_load_disabled. */
struct step {
	unsigned number; /* of the last step of the suite's test that it stands for */
	const char *label;
	bool writes;
	int value; /* what it writes */
	unsigned flags, nr_segments, segments;
	struct measure entry;
	const struct segment *segment;
	bool list_unreadable, without_cap_sys_boot;
	const struct hold *hold;
	long returns; /* 0 or an error number, negated */
	struct sight then;
};

struct test {
	const char *id;
	const char *skip; /* why it can never run from user space, or NULL */
	unsigned steps;
	const struct step *step;
};

struct suite {
	const char *kernel, *model;
	bool lock_shows; /* whoever reads kexec_crash_size tries the lock, and gets EBUSY */
	unsigned tests;
	const struct test *test;
};
