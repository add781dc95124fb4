/*
 * kexec_file_load with files: the kernel's is in the initramfs, with the payload inside; the initrd
 * is made here.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A file that can only be read: the kernel loads none that somebody may write to. */
static int make_file(const char *path, uint64_t bytes, uint64_t seed)
{
	static uint64_t words[PAGE / 8];
	const struct segment content = { .buffer = BUF_SEED, .number = seed };
	int fd = open_file(path, O_WRONLY | O_CREAT | O_TRUNC);

	for (uint64_t page = 0; page < (bytes + PAGE - 1) / PAGE; page++) {
		const ssize_t left = bytes - page * PAGE, length = left < PAGE ? left : PAGE;

		fill_page(words, &content, page);
		if (write(fd, words, length) != length)
			die(path);
	}
	close(fd);
	fd = open_file(path, O_RDONLY);
	unlink(path);
	return fd;
}

static int open_kernel(const char *which)
{
	if (!strcmp(which, "none"))
		return -1;
	return strcmp(which, "bad") ? open_file("/kernel", O_RDONLY) : make_file("/bad", PAGE, 0);
}

bool knows_kernel_file(const char *which)
{
	return which && (!strcmp(which, "good") || !strcmp(which, "bad") || !strcmp(which, "none"));
}

/* Returns 0 or an error number, negated. */
int load_files(const struct command *command)
{
	const char *cmdline = command->cmdline ? command->cmdline : "";
	const int kernel = open_kernel(command->kernel);
	const int initrd = command->initrd_bytes ? make_file("/initrd", command->initrd_bytes,
							     command->initrd_seed)
						 : -1;
	const int result = syscall(SYS_kexec_file_load, kernel, initrd, strlen(cmdline) + 1,
				   cmdline, command->call.flags) ? -errno : 0;

	if (kernel >= 0)
		close(kernel);
	if (initrd >= 0)
		close(initrd);
	return result;
}
