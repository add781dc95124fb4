/* ---- What user space can see ---------------------------------------------------------------- */

/* Bits of /proc/kpageflags; include/uapi/linux/kernel-page-flags.h */
enum { KPF_RESERVED = 32 };

/* Reserved frames, or -1 when the kernel does not tell. kexec marks every frame that it takes. */
static long reserved_frames(void)
{
	static uint64_t flags[4096];
	const int fd = open("/proc/kpageflags", O_RDONLY | O_CLOEXEC);
	long count = fd < 0 ? -1 : 0;
	ssize_t n;

	while (fd >= 0 && (n = read(fd, flags, sizeof(flags))) > 0)
		for (size_t i = 0; i < n / sizeof(flags[0]); i++)
			count += flags[i] >> KPF_RESERVED & 1;
	if (fd >= 0)
		close(fd);
	return count;
}

/* What was seen at the last step, in the model and in the kernel. */
struct progress {
	int model;
	long kernel;
};

static const char *errno_name(long result)
{
	static const struct { int number; const char *name; } names[] = {
		{ EPERM, "-EPERM" },   { ENOENT, "-ENOENT" }, { ENOMEM, "-ENOMEM" },
		{ EACCES, "-EACCES" }, { EFAULT, "-EFAULT" }, { EBUSY, "-EBUSY" },
		{ EINVAL, "-EINVAL" }, { EADDRNOTAVAIL, "-EADDRNOTAVAIL" },
	};
	static char other[2][24];
	static unsigned turn;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (result == -names[i].number)
			return names[i].name;
	turn = !turn;
	snprintf(other[turn], sizeof(other[turn]), "%ld", result);
	return other[turn];
}

/* Tells both sides of what differs. */
static bool differs(const struct step *step, const char *what, const char *expected,
		    const char *got)
{
	if (!strcmp(expected, got))
		return false;
	printf("# step %u: expected %s, got %s: %s after %s\n", step->number, expected, got, what,
	       step->label);
	return true;
}

static const char *trend(long change)
{
	return change > 0 ? "more" : change < 0 ? "fewer" : "as many";
}

/* Compares what is seen after a step, and prints what differs. */
static bool as_expected(const struct step *step, long result, struct progress *progress)
{
	const struct sight *then = &step->then;
	const long frames = reserved_frames();
	/* a kernel whose readers wait for the lock is not asked: they would wait for us */
	const bool locked = suite.lock_shows &&
			    number_in("/sys/kernel/kexec_crash_size") == -EBUSY;
	bool fails = differs(step, "the result", errno_name(step->returns), errno_name(result));

	fails |= differs(step, "kexec_loaded", errno_name(then->kexec_loaded),
			 errno_name(number_in("/sys/kernel/kexec_loaded")));
	fails |= differs(step, "kexec_crash_loaded", errno_name(then->kexec_crash_loaded),
			 errno_name(number_in("/sys/kernel/kexec_crash_loaded")));
	if (suite.lock_shows)
		fails |= differs(step, "the lock", then->locked ? "held" : "free",
				 locked ? "held" : "free");
	if (frames >= 0)
		fails |= differs(step, "reserved frames", trend(then->frames - progress->model),
				 trend(frames - progress->kernel));
	progress->model = then->frames;
	progress->kernel = frames;
	return !fails;
}
