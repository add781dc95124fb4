/*
 * What the parts of the guest agent share. The protocol is described in agent.c.
 *
 *   agent.c     start, and one function per command
 *   parse.c     command lines
 *   task.c      our side of a task: start, wait, answer its page faults, kill
 *   call.c      the process that makes the calls: buffers, pauses, kexec_load itself
 *   door.c      the other ways into kexec: kexec_file_load, reboot, the crash size
 *   file.c      kexec_file_load with files
 *   jump.c      images that are run, and the ways out of this kernel
 *   batch.c     many calls by one command
 *   trace.c     the kernel's own function trace
 *   frames.c    page frames that are held for kexec to get
 *   observe.c   what user space can see: sysfs, iomem, reserved frames
 */
#ifndef KEXEC_MODEL_AGENT_H
#define KEXEC_MODEL_AGENT_H

#include <linux/kexec.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
	PAGE = 4096,
	TASKS_MAX = 4,
	SEGMENTS_MAX = 20, /* more than KEXEC_SEGMENT_MAX, so that its limit can be tested */
	PAUSES_MAX = 16,
	PROBES_MAX = 48,
};
#define ZEROS_bytes (1ul << 30) /* longest readable buffer; it costs no memory */

enum buffer { BUF_ZEROS, BUF_BAD, BUF_EDGE, BUF_SEED, BUF_CODE, BUF_ELF };
enum phase { IDLE, PREPARING, CALLING, FINISHED };

struct segment {
	uint64_t mem, memsz, bufsz, number; /* number: the N of edgeN and seedN */
	enum buffer buffer;
	int memfd; /* backs the buffer of a seeded or pausing segment, else -1 */
	char *mapped;
};

/* One kexec_load call. Shared between us and the process that makes it. */
struct call {
	uint64_t flags, entry, nr;
	uint64_t wrong_at; /* what the payload shall expect wrongly: an address, or 0 */
	bool list_bad, drop_cap;
	uint64_t compat; /* through the 32-bit entry */
	unsigned segments, pauses;
	struct { uint64_t segment, page; } pause[PAUSES_MAX];
	struct segment segment[SEGMENTS_MAX];
	struct kexec_segment list[SEGMENTS_MAX];
	struct compat_segment { uint32_t buf, bufsz, mem, memsz; } *compat_list;
	int uffd; /* -1 without a pause */
	volatile enum phase phase;
	volatile long result; /* 0 or an error number, negated */
};

struct task {
	pid_t pid; /* 0: no process yet */
	int pidfd, go, progress; /* go, progress: eventfds to and from the process */
	bool paused, dying;
	uint64_t segment, page, fault_address; /* where it is paused */
	struct call *call;
};

struct command {
	uint64_t seq, task, limit_ms, observe, value, cap, magic, pid_namespace;
	uint64_t initrd_bytes, initrd_seed; /* no bytes: no initrd */
	bool has_value;
	const char *kernel, *cmdline;
	const char *verb, *name, *page, *text;
	char *probe[PROBES_MAX]; /* of the function trace: see trace.c */
	unsigned probes;
	struct call call;
};

/* agent.c */
__attribute__((noreturn)) void die(const char *what);
__attribute__((format(printf, 1, 2))) void say(const char *format, ...);

/* parse.c */
const char *parse_command(char *line, struct command *command);
bool pauses_fit(const struct call *call);

/* task.c */
void tasks_init(struct task *tasks);
void task_start_call(struct task *task, const struct call *call);
void task_deliver_page(struct task *task, bool wake);
void task_refuse_page(struct task *task);
void task_kill(struct task *task);
void task_close_call(struct task *task);
void task_say_state(struct task *task, uint64_t limit_ms);

/* call.c */
extern char *zeros; /* ZEROS_bytes of zeros, then an unmapped page */
uint64_t bytes_read(const struct segment *segment);
void fill_page(uint64_t *words, const struct segment *segment, uint64_t page);
void zeros_init(void);
__attribute__((noreturn)) void serve_calls(struct task *task);

/* door.c */
void make_door_call(const struct command *command);
void wait_door_call(const struct command *command);
void kill_door_call(const struct command *command);

/* file.c */
bool knows_kernel_file(const char *which);
int load_files(const struct command *command);

/* jump.c */
bool payload_fits(const struct segment *segment);
void put_payload(const struct call *call, char *buffer, size_t size);

/* batch.c */
const char *define_call(const struct command *command);
const char *make_calls(struct task *tasks, const char *text, uint64_t limit_ms);

/* trace.c */
bool trace_command(const struct command *command, const struct task *tasks);

/* frames.c */
bool frames_command(const struct command *command);

/* observe.c */
void observe_init(void);
void say_observation(uint64_t level);
void say_brief_observation(void);
void say_machine(void);
int read_text(const char *path, char *text, size_t size);
long long read_number(int fd);
int open_file(const char *path, int flags);

#endif
