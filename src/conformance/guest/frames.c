/*
 * Page frames that we hold, and give back at a moment of our choice: the next pages that the kernel
 * allocates on this processor are then just these, the first one first.
 *
 * They are pages of a file in a ramfs: those are allocated as kexec allocates its own, and so come
 * from the same list of free pages and go back to it.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	HELD_MAX = 64,
	PADDING = 64, /* pages behind the held ones, so that no batch of the kernel keeps those */
};
#define FOLDER "/held"

static int file = -1;
static unsigned held;

static bool hold(uint64_t count);
static bool give(void);
static void make_file(void);

/* False: there is no such command, or not now. */
bool frames_command(const struct command *command)
{
	const char *name = command->name ? command->name : "";

	return !strcmp(name, "hold") ? hold(command->value) : !strcmp(name, "give") && give();
}

/* Says the frames that are held from now on: frame=PFN... */
static bool hold(uint64_t count)
{
	static const char page[PAGE];
	uint64_t entry;
	char *mapped;
	int pagemap;

	if (file >= 0 || !count || count > HELD_MAX)
		return false;
	make_file();
	held = count;
	for (unsigned i = 0; i < held + PADDING; i++)
		if (pwrite(file, page, PAGE, (off_t)i * PAGE) != PAGE)
			die("held frames");
	mapped = mmap(NULL, held * PAGE, PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
	pagemap = open_file("/proc/self/pagemap", O_RDONLY);
	if (mapped == MAP_FAILED)
		die("held frames");
	for (unsigned i = 0; i < held; i++) {
		const off_t at = ((uint64_t)mapped / PAGE + i) * sizeof(entry);

		if (pread(pagemap, &entry, sizeof(entry), at) != sizeof(entry))
			die("pagemap");
		say(" frame=%lu", entry & ((1ul << 55) - 1));
	}
	close(pagemap);
	munmap(mapped, held * PAGE);
	return true;
}

/* Frees them, the last one first: what is freed last is allocated first. */
static bool give(void)
{
	if (file < 0)
		return false;
	for (unsigned i = held + 1; i-- > 0;)
		if (ftruncate(file, (off_t)i * PAGE))
			die("held frames");
	close(file);
	file = -1;
	return true;
}

static void make_file(void)
{
	struct stat status;

	if (stat(FOLDER, &status) &&
	    (mkdir(FOLDER, 0700) || mount("ramfs", FOLDER, "ramfs", 0, NULL)))
		die("ramfs");
	file = open(FOLDER "/pages", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (file < 0)
		die("held frames");
}
