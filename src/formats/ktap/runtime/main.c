/* ---- KTAP ----------------------------------------------------------------------------------- */

/* What kselftest makes of an exit status. */
enum { KSFT_PASS = 0, KSFT_FAIL = 1, KSFT_SKIP = 4 };

struct options {
	bool list, forced;
	const char *id; /* the only test to run, or NULL */
};

static void interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

static int usage(const char *program, int status)
{
	fprintf(status ? stderr : stdout,
		"usage: %s [-l] [-t ID] [--force-on-this-machine]\n"
		"Tests kexec_load against a model of Linux %s and prints KTAP.\n"
		"  -l      list the tests\n"
		"  -t ID   run one test only\n"
		"  --force-on-this-machine\n"
		"          run outside a test machine. A test machine is a virtual machine of\n"
		"          QEMU's, or any with the word kexec_model_guest on its kernel command\n"
		"          line. The tests load and unload kexec images: a reboot or a panic in\n"
		"          the meantime would run one. And they may leave kexec_load_disabled at\n"
		"          1, which only the next boot takes back.\n"
		"Exit status: 0 all pass, 1 one fails, 4 all are skipped.\n",
		program, suite.kernel);
	return status;
}

/* Returns false when the command line makes no sense. */
static bool parse(int count, char **words, struct options *options)
{
	for (int i = 1; i < count; i++) {
		if (!strcmp(words[i], "-l"))
			options->list = true;
		else if (!strcmp(words[i], "--force-on-this-machine"))
			options->forced = true;
		else if (!strcmp(words[i], "-t") && i + 1 < count)
			options->id = words[++i];
		else
			return false;
	}
	return true;
}

static bool is_chosen(const struct options *options, const struct test *test)
{
	return !options->id || !strcmp(options->id, test->id);
}

static void list_step(const struct step *step)
{
	printf(" %s", step->label);
	if (!step->hold)
		return;
	printf(" (held:");
	for (unsigned i = 0; i < step->hold->steps; i++)
		list_step(&step->hold->meanwhile[i]);
	printf(")");
}

static int list_tests(const struct options *options)
{
	for (unsigned i = 0; i < suite.tests; i++) {
		const struct test *test = &suite.test[i];

		if (!is_chosen(options, test))
			continue;
		printf("%s", test->id);
		for (unsigned s = 0; s < test->steps; s++) {
			printf(s ? "," : ":");
			list_step(&test->step[s]);
		}
		printf("\n");
	}
	return KSFT_PASS;
}

static void print_result(unsigned number, const struct test *test, struct outcome outcome)
{
	switch (outcome.verdict) {
	case PASSED:
		printf("ok %u %s\n", number, test->id);
		break;
	case FAILED:
		printf("not ok %u %s\n", number, test->id);
		break;
	case SKIPPED:
		printf("ok %u %s # SKIP %s\n", number, test->id, outcome.reason);
		break;
	case BROKEN:
		printf("not ok %u %s # ERROR %s\n", number, test->id, outcome.reason);
		break;
	}
}

/* Runs the chosen tests, or skips them all for a reason. Every one has a line in any case. */
static int run_tests(const struct options *options, const char *reason)
{
	unsigned number = 0, passes = 0, fails = 0;

	for (unsigned i = 0; i < suite.tests; i++) {
		const struct test *test = &suite.test[i];
		struct outcome outcome = { SKIPPED, reason };

		if (!is_chosen(options, test))
			continue;
		if (!reason)
			outcome = run_test(test);
		print_result(++number, test, outcome);
		passes += outcome.verdict == PASSED;
		fails += outcome.verdict == FAILED || outcome.verdict == BROKEN;
		if (outcome.verdict == BROKEN) /* nothing that comes now would say anything */
			reason = interrupted ? "interrupted" : "an earlier test left a call behind";
	}
	return fails ? KSFT_FAIL : passes ? KSFT_PASS : KSFT_SKIP;
}

int main(int count, char **words)
{
	struct options options = { 0 };
	const struct sigaction on_signal = { .sa_handler = interrupt };
	unsigned chosen = 0;
	const char *reason;
	int status;

	if (count == 2 && !strcmp(words[1], "-h"))
		return usage(words[0], KSFT_PASS);
	if (!parse(count, words, &options))
		return usage(words[0], KSFT_FAIL);
	for (unsigned i = 0; i < suite.tests; i++)
		chosen += is_chosen(&options, &suite.test[i]);
	if (options.id && !chosen) {
		fprintf(stderr, "expected a test that -l lists, got %s\n", options.id);
		return KSFT_FAIL;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (options.list)
		return list_tests(&options);
	/* The plan comes first: should the kernel crash, the missing results tell of it. */
	printf("KTAP version 1\n1..%u\n", chosen);
	reason = why_not_here(options.forced);
	if (reason)
		return run_tests(&options, reason);
	sigaction(SIGINT, &on_signal, NULL);
	sigaction(SIGTERM, &on_signal, NULL);
	sigaction(SIGHUP, &on_signal, NULL);
	prepare_zeros();
	find_landmarks();
	status = run_tests(&options, NULL);
	return tidy_up() ? status : KSFT_FAIL;
}
