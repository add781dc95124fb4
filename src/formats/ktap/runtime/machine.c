/* ---- The machine: may we, and where are its landmarks? -------------------------------------- */

#include <cpuid.h>
#include <stdarg.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>

static struct {
	uint64_t kernel, crash_start, crash_end, half_of_ram; /* in bytes */
	unsigned control_pages, table_pages;                  /* 0: could not be measured */
} machine;

/* The text of a small file; empty when it cannot be read. */
static const char *text_of(const char *path)
{
	static char text[65536];
	ssize_t length = 0, n = 0;
	const int fd = open(path, O_RDONLY | O_CLOEXEC);

	while (fd >= 0 && length < (ssize_t)sizeof(text) - 1 &&
	       (n = read(fd, text + length, sizeof(text) - 1 - length)) > 0)
		length += n;
	if (fd >= 0)
		close(fd);
	text[length] = 0;
	return text;
}

/* The number in a file, or an error number, negated. */
static long number_in(const char *path)
{
	char text[32];
	const int fd = open(path, O_RDONLY | O_CLOEXEC);
	const ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
	const long error = -errno;

	if (fd >= 0)
		close(fd);
	if (n < 0)
		return error;
	text[n] = 0;
	return atol(text);
}

/* Calls kexec_load. Returns 0 or an error number, negated. */
static long kexec_load(uint64_t entry, uint64_t nr, const struct kexec_segment *list,
		       uint64_t flags)
{
	return syscall(SYS_kexec_load, entry, nr, list, flags) < 0 ? -errno : 0;
}

/* A virtual machine of QEMU's, or one whose command line says that it is there for this. */
static bool is_test_machine(void)
{
	unsigned a, b, c, d;
	char command_line[4096], *word, *rest = command_line;

	if (!__get_cpuid(1, &a, &b, &c, &d) || !(c >> 31 & 1))
		return false; /* no hypervisor */
	if (!strncmp(text_of("/sys/class/dmi/id/sys_vendor"), "QEMU", 4))
		return true;
	snprintf(command_line, sizeof(command_line), "%s", text_of("/proc/cmdline"));
	while ((word = strsep(&rest, " \n")))
		if (!strcmp(word, "kexec_model_guest"))
			return true;
	return false;
}

/*
 * Why nothing must be done here, or NULL. What is loaded belongs to somebody: the next reboot or
 * panic runs it. So these tests want a machine of their own on which nothing is loaded.
 */
static const char *why_not_here(bool forced)
{
	const long loaded = number_in("/sys/kernel/kexec_loaded");
	const long crash_loaded = number_in("/sys/kernel/kexec_crash_loaded");

	if (!forced && !is_test_machine())
		return "this is not a QEMU virtual machine, and kexec_model_guest is not on the "
		       "kernel command line: the tests load and unload kexec images";
	if (geteuid())
		return "root is needed, for CAP_SYS_BOOT";
	if (loaded < 0 || crash_loaded < 0)
		return "there is no /sys/kernel/kexec_loaded: sysfs is not mounted, or the kernel "
		       "is built without CONFIG_KEXEC";
	if (loaded || crash_loaded)
		return "an image is loaded, and the tests would replace it";
	if (number_in("/proc/sys/kernel/kexec_load_limit_reboot") >= 0 ||
	    number_in("/proc/sys/kernel/kexec_load_limit_panic") >= 0)
		return "a load limit is set: kexec_load_limit_reboot or kexec_load_limit_panic";
	if (number_in("/proc/sys/kernel/kexec_load_disabled") != 1 && kexec_load(0, 0, NULL, 0))
		return "kexec_load is refused: no such call, locked down, or by a security module";
	return NULL;
}

/* Says what the new messages of the kernel have: the first text, the second, or neither. */
static int said(int kmsg, const char *first, const char *second)
{
	char record[2048];
	ssize_t n;
	int which = 0;

	while ((n = read(kmsg, record, sizeof(record) - 1)) > 0 || (n < 0 && errno == EPIPE)) {
		record[n > 0 ? n : 0] = 0;
		which = strstr(record, first) ? 1 : strstr(record, second) ? 2 : which;
	}
	return which;
}

/*
 * Finds out what a crash image takes from the region beside its segments: leaves one page more
 * each time, until the step that finds none is the last one to ask. Nothing is loaded.
 */
static void measure_room(void)
{
	enum { FREE_MAX_pages = 64 };
	const int kmsg = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool control_fits = false;

	if (kmsg < 0 || lseek(kmsg, 0, SEEK_END) < 0)
		return;
	for (unsigned free = 0; free <= FREE_MAX_pages; free++) {
		const uint64_t end = machine.crash_end - free * (uint64_t)PAGE_bytes;
		const struct kexec_segment all = {
			.mem = machine.crash_start,
			.memsz = end - machine.crash_start,
		};
		const long result = kexec_load(machine.crash_start, 1, &all, ON_CRASH);
		const int which = said(kmsg, "Could not allocate control_code_buffer",
				       "Could not allocate vmcoreinfo buffer");

		if (result != -ENOMEM)
			break;
		if (which != 1 && !control_fits) {
			control_fits = true;
			machine.control_pages = free;
		}
		if (which == 2) {
			machine.table_pages = free - machine.control_pages;
			break;
		}
	}
	kexec_load(0, 0, NULL, ON_CRASH);
	close(kmsg);
}

static void find_landmarks(void)
{
	struct sysinfo info;
	char *rest = strdup(text_of("/proc/iomem")), *line, *const whole = rest;

	machine.kernel = 0x1000000; /* CONFIG_PHYSICAL_START, should iomem not tell */
	while (rest && (line = strsep(&rest, "\n"))) {
		unsigned long first, last;
		int name = 0;

		if (sscanf(line, " %lx-%lx : %n", &first, &last, &name) != 2 || !name || !last)
			continue;
		if (!strcmp(line + name, "Kernel code"))
			machine.kernel = (first + PAGE_bytes - 1) & -(uint64_t)PAGE_bytes;
		if (!strcmp(line + name, "Crash kernel")) {
			machine.crash_start = first;
			machine.crash_end = last + 1;
		}
	}
	free(whole);
	sysinfo(&info);
	machine.half_of_ram = info.totalram * info.mem_unit / PAGE_bytes / 2 * PAGE_bytes;
	if (machine.crash_end && number_in("/proc/sys/kernel/kexec_load_disabled") == 0)
		measure_room();
}

static uint64_t measured(const struct measure *m)
{
	return m->bytes + m->kernel * machine.kernel + m->crash_start * machine.crash_start +
	       m->crash_end * machine.crash_end + m->half_of_ram * machine.half_of_ram +
	       (m->control_pages * (int64_t)machine.control_pages +
		m->table_pages * (int64_t)machine.table_pages) * PAGE_bytes;
}

/* Which landmark the machine lacks for this measure, or NULL. */
static const char *missing_for(const struct measure *m)
{
	if ((m->crash_start || m->crash_end) && !machine.crash_end)
		return "there is no crash region: boot with crashkernel=64M";
	if ((m->crash_start || m->crash_end) &&
	    machine.crash_end - machine.crash_start >= machine.half_of_ram)
		return "the crash region is not smaller than half of RAM";
	if ((m->control_pages || m->table_pages) && machine.table_pages < 2)
		return "the kernel does not say what a crash image takes of its region";
	return NULL;
}
