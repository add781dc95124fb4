/*
 * /init of a machine that only runs programs: those that /script names, one command line each.
 * The console gets what they print, after a line `== COMMAND`, and then `== status N`.
 *
 * `until TEXT COMMAND` sends the program SIGTERM as soon as it has printed TEXT.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/klog.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { WORDS_MAX = 16 };

/* The driver of machines takes its line for the agent's: the machine is up. */
static void say_ready(void)
{
	struct termios settings;
	int port = open("/dev/ttyS1", O_RDWR | O_NOCTTY);

	if (port < 0 || tcgetattr(port, &settings))
		exit(1);
	cfmakeraw(&settings);
	tcsetattr(port, TCSANOW, &settings);
	if (write(port, "0 ready\n", 8) != 8)
		exit(1);
}

static int run(char **words, const char *until)
{
	char seen[65536];
	size_t length = 0;
	int status, ends[2];
	ssize_t n;
	pid_t pid;

	if (pipe(ends))
		exit(1);
	pid = fork();
	if (!pid) {
		dup2(ends[1], STDOUT_FILENO);
		execv(words[0], words);
		_exit(127);
	}
	close(ends[1]);
	while ((n = read(ends[0], seen + length, sizeof(seen) - 1 - length)) > 0) {
		fwrite(seen + length, 1, n, stdout);
		length += n;
		seen[length] = 0;
		if (until && strstr(seen, until)) {
			kill(pid, SIGTERM);
			until = NULL;
		}
	}
	close(ends[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(void)
{
	char line[256];
	FILE *script;

	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
	mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	klogctl(8, NULL, 1); /* the console is the programs' */
	say_ready();
	script = fopen("/script", "r");
	while (script && fgets(line, sizeof(line), script)) {
		char *words[WORDS_MAX] = { 0 }, **command = words, *rest = line, *until = NULL;

		line[strcspn(line, "\n")] = 0;
		printf("== %s\n", line);
		for (unsigned i = 0; rest && i < WORDS_MAX - 1; i++)
			words[i] = strsep(&rest, " ");
		if (!strcmp(words[0], "until")) {
			until = words[1];
			command += 2;
		}
		const int status = run(command, until);

		printf("== status %d\n", status);
		fflush(stdout);
	}
	printf("== end\n");
	fflush(stdout);
	for (;;)
		pause();
}
