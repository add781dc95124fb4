/*
 * Command lines: `SEQ VERB [key=value ...]`. Numbers are decimal or 0x hexadecimal, 64 bits.
 */
#define _GNU_SOURCE
#include "agent.h"
#include <stdlib.h>
#include <string.h>

static bool parse_argument(char *text, struct command *command);
static bool parse_initrd(const char *text, struct command *command);
static bool parse_segment(const char *text, struct call *call);
static bool parse_pause(const char *text, struct call *call);
static const char *numbers(const char *text, uint64_t *values, unsigned count);
static bool whole_number(const char *text, uint64_t *value);

/* Fills `command`, whose texts point into `line`. Returns NULL, or what makes no sense. */
const char *parse_command(char *line, struct command *command)
{
	const char *seq = strsep(&line, " ");
	char *argument;

	*command = (struct command){ .cap = 1, .magic = 1, .limit_ms = 5000, .call.uffd = -1 };
	command->verb = strsep(&line, " ");
	if (!command->verb || !whole_number(seq, &command->seq))
		return "sequence-number-and-verb";
	while ((argument = strsep(&line, " ")))
		if (*argument && !parse_argument(argument, command))
			return argument;
	command->call.drop_cap = !command->cap;
	return command->task < TASKS_MAX ? NULL : "task";
}

/* Can the kernel stop at each pause: is it a page of a buffer that the kernel reads? */
bool pauses_fit(const struct call *call)
{
	for (unsigned i = 0; i < call->pauses; i++) {
		const struct segment *segment = &call->segment[call->pause[i].segment];

		if (call->pause[i].segment >= call->segments || segment->buffer == BUF_BAD ||
		    segment->buffer == BUF_EDGE || segment->buffer == BUF_CODE ||
		    call->pause[i].page >= (bytes_read(segment) + PAGE - 1) / PAGE)
			return false;
	}
	return true;
}

static bool parse_argument(char *text, struct command *command)
{
	struct call *call = &command->call;
	const char *key = strsep(&text, "=");
	const struct { const char *key; uint64_t *value; } plain[] = {
		{ "task", &command->task }, { "limit_ms", &command->limit_ms },
		{ "observe", &command->observe }, { "cap", &command->cap },
		{ "magic", &command->magic }, { "pid_namespace", &command->pid_namespace },
		{ "flags", &call->flags }, { "entry", &call->entry }, { "nr", &call->nr },
		{ "compat", &call->compat }, { "wrong", &call->wrong_at },
	};

	const struct { const char *key, **value; } texts[] = {
		{ "name", &command->name }, { "text", &command->text }, { "page", &command->page },
		{ "kernel", &command->kernel },
		{ "cmdline", &command->cmdline },
	};

	if (!text)
		return false;
	for (unsigned i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (!strcmp(key, texts[i].key))
			return *(*texts[i].value = text);
	for (unsigned i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (!strcmp(key, plain[i].key))
			return whole_number(text, plain[i].value);
	if (!strcmp(key, "value"))
		return command->has_value = whole_number(text, &command->value);
	if (!strcmp(key, "list"))
		return (call->list_bad = !strcmp(text, "bad")) || !strcmp(text, "good");
	if (!strcmp(key, "initrd"))
		return parse_initrd(text, command);
	if (!strcmp(key, "probe") && command->probes < PROBES_MAX)
		return *(command->probe[command->probes++] = text);
	if (!strcmp(key, "seg"))
		return parse_segment(text, call);
	return !strcmp(key, "pause") && parse_pause(text, call);
}

/* BYTES,SEED */
static bool parse_initrd(const char *text, struct command *command)
{
	uint64_t values[2];
	const char *end = numbers(text, values, 2);

	if (!end || *end || values[1] > UINT32_MAX)
		return false;
	command->initrd_bytes = values[0];
	command->initrd_seed = values[1];
	return true;
}

/* MEM,MEMSZ,BUFSZ,BUF */
static bool parse_segment(const char *text, struct call *call)
{
	struct segment *segment = &call->segment[call->segments];
	uint64_t values[3];
	const char *buffer = numbers(text, values, 3);

	if (!buffer || *buffer++ != ',' || call->segments == SEGMENTS_MAX)
		return false;
	*segment = (struct segment){
		.mem = values[0], .memsz = values[1], .bufsz = values[2], .memfd = -1,
	};
	call->segments++;
	segment->buffer = !strncmp(buffer, "edge", 4)   ? BUF_EDGE
			  : !strncmp(buffer, "seed", 4) ? BUF_SEED
			  : !strcmp(buffer, "bad")      ? BUF_BAD
			  : !strcmp(buffer, "code")     ? BUF_CODE
			  : !strcmp(buffer, "elf")      ? BUF_ELF
							: BUF_ZEROS;
	if (segment->buffer != BUF_BAD && bytes_read(segment) > ZEROS_bytes)
		return false;
	if (segment->buffer == BUF_ELF)
		return true;
	if (segment->buffer == BUF_CODE)
		return payload_fits(segment);
	if (segment->buffer == BUF_BAD || segment->buffer == BUF_ZEROS)
		return segment->buffer == BUF_BAD || !strcmp(buffer, "good");
	return whole_number(buffer + 4, &segment->number) &&
	       segment->number <= (segment->buffer == BUF_SEED ? UINT32_MAX : ZEROS_bytes / PAGE);
}

/* SEGMENT,PAGE */
static bool parse_pause(const char *text, struct call *call)
{
	uint64_t values[2];
	const char *end = numbers(text, values, 2);

	if (!end || *end || call->pauses == PAUSES_MAX || values[0] >= SEGMENTS_MAX)
		return false;
	call->pause[call->pauses].segment = values[0];
	call->pause[call->pauses++].page = values[1];
	return true;
}

/* Reads `count` comma separated numbers; returns what follows, or NULL. */
static const char *numbers(const char *text, uint64_t *values, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		char *end;

		if (i && *text++ != ',')
			return NULL;
		values[i] = strtoull(text, &end, 0);
		if (end == text)
			return NULL;
		text = end;
	}
	return text;
}

static bool whole_number(const char *text, uint64_t *value)
{
	const char *end = numbers(text, value, 1);

	return end && !*end;
}
