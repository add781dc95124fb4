/* ---- Tests, one after the other ------------------------------------------------------------- */

/* What became of a test. FAILED: what differs has been printed. */
enum verdict { PASSED, FAILED, SKIPPED, BROKEN };

struct outcome {
	enum verdict verdict;
	const char *reason; /* of SKIPPED and BROKEN */
};

static const struct outcome passed = { PASSED, NULL }, failed = { FAILED, NULL };

static struct outcome run_steps(const struct step *step, unsigned steps, struct progress *progress);

static struct outcome broken(const char *reason)
{
	return (struct outcome){ BROKEN, reason };
}

static struct outcome run_write(const struct step *step, struct progress *progress)
{
	const int fd = open("/proc/sys/kernel/kexec_load_disabled", O_WRONLY | O_CLOEXEC);
	char text[16];
	const int length = snprintf(text, sizeof(text), "%d\n", step->value);
	long result;

	if (fd < 0)
		return (struct outcome){ SKIPPED, "there is no sysctl kexec_load_disabled" };
	result = write(fd, text, length) < 0 ? -errno : 0;
	close(fd);
	return as_expected(step, result, progress) ? passed : failed;
}

/* What happens while the call is held. It is let go again, whatever that was. */
static struct outcome run_meanwhile(const struct step *step, struct call *call,
				    struct progress *progress)
{
	struct outcome outcome;

	switch (wait_for(call, true)) {
	case HELD:
		outcome = run_steps(step->hold->meanwhile, step->hold->steps, progress);
		release(call);
		return outcome;
	case ENDED:
		if (call->error)
			return (struct outcome){ SKIPPED, "userfaultfd cannot hold a call here" };
		printf("# step %u: expected held, got %s: %s copied no such page\n", step->number,
		       errno_name(call->result), step->label);
		return failed;
	default:
		return broken("a call that was to be held is gone");
	}
}

static struct outcome run_call(const struct step *step, struct progress *progress)
{
	struct call *call = start_call(step);
	struct outcome outcome = passed;
	enum state state = ENDED;

	if (!call || call->pid < 0)
		return broken("no process can be started");
	if (step->hold)
		outcome = run_meanwhile(step, call, progress);
	if (call->pid)
		state = wait_for(call, false);
	if (state == KILLED)
		outcome = broken("the process of a call was killed");
	else if (state == HANGS)
		outcome = broken("a call did not return in 10 s");
	else if (outcome.verdict == PASSED && !as_expected(step, call->result, progress))
		outcome = failed;
	end_call(call);
	return outcome;
}

/* Runs steps up to the first one that does not go as expected. */
static struct outcome run_steps(const struct step *step, unsigned steps, struct progress *progress)
{
	struct outcome outcome = passed;

	for (unsigned i = 0; i < steps && outcome.verdict == PASSED; i++) {
		if (interrupted)
			return broken("interrupted");
		outcome = step[i].writes ? run_write(&step[i], progress)
					 : run_call(&step[i], progress);
	}
	return outcome;
}

/* Which landmark a step lacks here, or NULL. */
static const char *missing_in(const struct step *step)
{
	const char *reason = missing_for(&step->entry);

	for (unsigned i = 0; i < step->segments && !reason; i++) {
		reason = missing_for(&step->segment[i].mem);
		reason = reason ? reason : missing_for(&step->segment[i].memsz);
		reason = reason ? reason : missing_for(&step->segment[i].bufsz);
	}
	for (unsigned i = 0; step->hold && i < step->hold->steps && !reason; i++)
		reason = missing_in(&step->hold->meanwhile[i]);
	return reason;
}

static const char *why_skip(const struct test *test)
{
	const bool writes_first = test->step[0].writes && test->step[0].value == 1;
	const char *reason = test->skip;

	if (!reason && !writes_first && number_in("/proc/sys/kernel/kexec_load_disabled") == 1)
		reason = "kexec_load_disabled is 1, which only the next boot takes back";
	for (unsigned i = 0; i < test->steps && !reason; i++)
		reason = missing_in(&test->step[i]);
	return reason;
}

/* Unloads both images. Says whether nothing is loaded then. */
static bool tidy_up(void)
{
	kexec_load(0, 0, NULL, 0);
	kexec_load(0, 0, NULL, ON_CRASH);
	return number_in("/sys/kernel/kexec_loaded") == 0 &&
	       number_in("/sys/kernel/kexec_crash_loaded") == 0;
}

/* Runs a test and leaves nothing loaded behind. */
static struct outcome run_test(const struct test *test)
{
	const char *reason = why_skip(test);
	struct progress progress = { 0, reserved_frames() };
	const long before = progress.kernel;
	struct outcome outcome;

	if (reason)
		return (struct outcome){ SKIPPED, reason };
	outcome = run_steps(test->step, test->steps, &progress);
	if (outcome.verdict != PASSED)
		return tidy_up() ? outcome : broken("an image stays loaded");
	if (reserved_frames() == before)
		return passed;
	printf("# step %u: expected %ld, got %ld: reserved frames at the end of the test\n",
	       test->step[test->steps - 1].number + 1, before, reserved_frames());
	return failed;
}
