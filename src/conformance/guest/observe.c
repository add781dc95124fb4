/*
 * What user space can see of kexec: the sysfs attributes, the crash kernel's region, and how many
 * frames of RAM are marked reserved.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>

enum {
	KPF_HUGE = 17, /* bit numbers in /proc/kpageflags */
	KPF_RESERVED = 32,
	BLOCK_frames = 512, /* frames per read */
	RANGES_MAX = 64,
	BLOCKS_MAX = 8192, /* 16 GiB */
};

struct range {
	uint64_t first, end; /* page frame numbers; `end` is one past the last */
};

static int kpageflags = -1, loaded = -1, crash_loaded = -1, crash_size = -1;
static struct range ram[RANGES_MAX], crash, blocks[BLOCKS_MAX];
static unsigned ram_ranges, block_count;
static long reserved_baseline;

static void read_iomem(void);
static void choose_blocks(void);
static long count_reserved(void);

void observe_init(void)
{
	kpageflags = open_file("/proc/kpageflags", O_RDONLY);
	loaded = open_file("/sys/kernel/kexec_loaded", O_RDONLY);
	crash_loaded = open_file("/sys/kernel/kexec_crash_loaded", O_RDONLY);
	crash_size = open_file("/sys/kernel/kexec_crash_size", O_RDONLY);
	read_iomem();
	choose_blocks();
	reserved_baseline = count_reserved();
}

/* Level 1 is cheap. Level 2 adds the count of frames, which takes some ten milliseconds. */
void say_observation(uint64_t level)
{
	if (level >= 1)
		say(" loaded=%lld crash_loaded=%lld crash_size=%lld", read_number(loaded),
		    read_number(crash_loaded), read_number(crash_size));
	if (level >= 2)
		say(" reserved=%ld", count_reserved() - reserved_baseline);
}

/* As few characters as can be: is a normal image loaded, is a crash image, is the lock free or held? */
void say_brief_observation(void)
{
	const bool held = read_number(crash_size) < 0;

	say("/%lld%lld%c", read_number(loaded), read_number(crash_loaded), held ? 'h' : 'f');
}

/* What the driver must know to choose segments. A missing crash region has equal ends. */
void say_machine(void)
{
	struct utsname name;
	struct sysinfo info;

	uname(&name);
	sysinfo(&info);
	for (char *c = name.version; *c; c++)
		*c = *c == ' ' ? '\t' : *c; /* a word has no spaces */
	say(" release=%s version=%s page=%ld cpus=%ld totalram=%lu", name.release, name.version,
	    sysconf(_SC_PAGESIZE), sysconf(_SC_NPROCESSORS_ONLN), info.totalram * info.mem_unit);
	say(" crash=0x%lx,0x%lx", crash.first * PAGE, crash.end * PAGE);
	for (unsigned i = 0; i < ram_ranges; i++)
		say(" ram=0x%lx,0x%lx", ram[i].first * PAGE, ram[i].end * PAGE);
}

/* Learns the RAM ranges, as whole frames, and the crash region, which is inside one of them. */
static void read_iomem(void)
{
	static char text[65536];
	char *position = text, *line;

	if (read_text("/proc/iomem", text, sizeof(text)) < 0)
		die("/proc/iomem");
	while ((line = strsep(&position, "\n"))) {
		unsigned long first, last;
		int name = 0;

		if (sscanf(line, " %lx-%lx : %n", &first, &last, &name) != 2 || !name)
			continue;
		const struct range frames = { (first + PAGE - 1) / PAGE, (last + 1) / PAGE };

		if (!strcmp(line + name, "System RAM") && ram_ranges < RANGES_MAX)
			ram[ram_ranges++] = frames;
		else if (!strcmp(line + name, "Crash kernel"))
			crash = frames;
	}
}

static const uint64_t *read_flags(const struct range *block)
{
	static uint64_t flags[BLOCK_frames];
	const ssize_t bytes = (block->end - block->first) * sizeof(flags[0]);

	if (pread(kpageflags, flags, bytes, block->first * sizeof(flags[0])) != bytes)
		die("/proc/kpageflags");
	return flags;
}

/* Adds a block, unless kexec can own none of its frames: all are reserved already, or huge. */
static void add_block(struct range block)
{
	const uint64_t taken = 1ull << KPF_RESERVED | 1ull << KPF_HUGE;
	const uint64_t *flags = read_flags(&block);

	for (uint64_t i = 0; i < block.end - block.first; i++) {
		if (flags[i] & taken)
			continue;
		if (block_count == BLOCKS_MAX)
			die("too much memory");
		blocks[block_count++] = block;
		return;
	}
}

/* Cuts RAM into blocks of one read. Leaves out the crash region: all of it is reserved, always. */
static void choose_blocks(void)
{
	for (unsigned i = 0; i < ram_ranges; i++) {
		for (uint64_t pfn = ram[i].first; pfn < ram[i].end;) {
			uint64_t end = (pfn / BLOCK_frames + 1) * BLOCK_frames;

			if (pfn >= crash.first && pfn < crash.end) {
				pfn = crash.end;
				continue;
			}
			if (pfn < crash.first && end > crash.first)
				end = crash.first;
			if (end > ram[i].end)
				end = ram[i].end;
			add_block((struct range){ pfn, end });
			pfn = end;
		}
	}
}

/* kexec marks every frame of a normal image; nothing else marks or unmarks frames after boot. */
static long count_reserved(void)
{
	long count = 0;

	for (unsigned b = 0; b < block_count; b++) {
		const uint64_t *flags = read_flags(&blocks[b]);

		for (uint64_t i = 0; i < blocks[b].end - blocks[b].first; i++)
			count += flags[i] >> KPF_RESERVED & 1;
	}
	return count;
}

/* Reads a whole file as text. Returns 0, or an error number, negated. */
int read_text(const char *path, char *text, size_t size)
{
	size_t length = 0;
	ssize_t n = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC), error = 0;

	if (fd < 0)
		return -errno;
	while (length < size - 1 && (n = read(fd, text + length, size - 1 - length)) > 0)
		length += n;
	if (n < 0)
		error = -errno;
	text[length] = 0;
	close(fd);
	return error;
}

/* The number that an attribute file holds, or an error number, negated. */
long long read_number(int fd)
{
	char text[32];
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);

	if (n < 0)
		return -errno;
	text[n] = 0;
	return atoll(text);
}

int open_file(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC);

	if (fd < 0)
		die(path);
	return fd;
}
