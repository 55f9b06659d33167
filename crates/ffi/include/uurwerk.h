/* Uurwerk: who teaches what, when and where. Made from crates/ffi/src by its tests; do not edit. */

#ifndef UURWERK_H
#define UURWERK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// The version of the ABI that this header describes. It grows when functions or fields are added;
// nothing is removed or changes its meaning.
#define UURWERK_ABI_VERSION 3

// A number that is not known yet.
#define UURWERK_UNKNOWN INT64_MIN

// Guess the format from the names and the content.
#define UURWERK_FORMAT_GUESS 0

// A school document.
#define UURWERK_FORMAT_SCHOOL 1

// Untis text files (GPU001 and so on), several together.
#define UURWERK_FORMAT_UNTIS 2

// A workbook (XLSX, ODS), one file.
#define UURWERK_FORMAT_XLSX 3

// Tables as CSV files, several together.
#define UURWERK_FORMAT_CSV 4

// A file of aSc Timetables.
#define UURWERK_FORMAT_ASC 5

// The CSV files of OneRoster 1.1 or 1.2, several together.
#define UURWERK_FORMAT_ONEROSTER 6

// English diagnostics.
#define UURWERK_LANGUAGE_EN 0

// Dutch diagnostics.
#define UURWERK_LANGUAGE_NL 1

// French diagnostics.
#define UURWERK_LANGUAGE_FR 2

// How a call ended; the same numbers as the exit status of the command line.
enum UurwerkStatus
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  // Done: the output is what the function says; of a plan, every hard rule holds.
  UURWERK_STATUS_DONE = 0,
  // The school or its policy is wrong: the output is `{"diagnostics": [...]}`.
  UURWERK_STATUS_INPUT = 1,
  // The call is wrong (a null pointer, unknown options): the output is `{"diagnostics": [...]}`.
  UURWERK_STATUS_USAGE = 2,
  // The demands contradict each other: the output is a conflict.
  UURWERK_STATUS_CONFLICT = 3,
  // Cancelled, out of time, or a hard rule is broken: the output is the best so far, or what the function says.
  UURWERK_STATUS_OUT_OF_TIME = 4,
  // A bug in Uurwerk, caught: the output is `{"diagnostics": [...]}`. Handles stay usable.
  UURWERK_STATUS_INTERNAL = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum UurwerkStatus UurwerkStatus;
#else
typedef int32_t UurwerkStatus;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// The parts of a run.
enum UurwerkStage
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  // Who teaches what.
  UURWERK_STAGE_ALLOCATION = 0,
  // When and where.
  UURWERK_STAGE_TIMETABLE = 1,
  // What it costs.
  UURWERK_STAGE_MEASUREMENT = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum UurwerkStage UurwerkStage;
#else
typedef int32_t UurwerkStage;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Cancels the calls that it was given to.
typedef struct UurwerkCancel UurwerkCancel;

// A number of threads, shared by any number of calls at once.
typedef struct UurwerkContext UurwerkContext;

// Where a run stands; `UURWERK_UNKNOWN` for what is not known yet. Later versions may append fields.
typedef struct UurwerkProgress {
  // What is being worked on.
  UurwerkStage stage;
  // Deviation of hard rules of the best so far.
  int64_t hard;
  // Cost of soft rules of the best so far.
  int64_t soft;
  // Proved lower bound on that cost.
  int64_t bound;
  // Milliseconds since the call began.
  uint64_t elapsed_ms;
} UurwerkProgress;

// Functions of the caller for `uurwerk_plan`; each may be null. `cancel` may be called from several
// threads at once. They must return at once and must not unwind.
typedef struct UurwerkCallbacks {
  // Handed to every callback unchanged.
  void *user;
  // Returns true to stop now with the best plan so far.
  bool (*cancel)(void *user);
  // Told where the run stands; the pointer is valid during the call only.
  void (*progress)(void *user, const struct UurwerkProgress *progress);
} UurwerkCallbacks;

// Bytes that the library made; UTF-8, not terminated by zero.
typedef struct UurwerkBytes {
  // The first byte; null when there are none.
  uint8_t *data;
  // How many.
  size_t length;
} UurwerkBytes;

// How to do one call. Set everything to zero, then `size`, then what matters:
// `UurwerkOptions options = {.size = sizeof options, .seed = 7};`. Later versions append fields, for
// which zero means what was done before.
typedef struct UurwerkOptions {
  // The size of this struct as the caller was compiled with it.
  size_t size;
  // Seed of every random choice; 0 means 1.
  uint64_t seed;
  // Stop by work done instead of by the clock (the same seed, threads and iterations give the same
  // bytes); 0 means by the clock.
  uint64_t iterations;
  // Wall-clock limit when there are no iterations, kept within 1 s; 0 means 60 000.
  uint64_t time_limit_ms;
  // Threads for this call, at most those of the context; 0 means all of them.
  uint32_t threads;
  // Language of diagnostics: `UURWERK_LANGUAGE_EN`, `_NL` or `_FR`.
  int32_t language;
  // Ends the call when requested; may be null. It may be freed while the call runs.
  const struct UurwerkCancel *cancel;
  // Handed to every callback unchanged.
  void *user;
  // Told where the call stands; may be null. Called by one thread at a time, not always the same;
  // the pointer is valid during the call only. Must return soon and must not unwind.
  void (*progress)(void *user, const struct UurwerkProgress *progress);
  // Told of better plans while the timetable is sought, at most ten a second; may be null. A plan
  // document as UTF-8, valid during the call only. Called as `progress` is.
  void (*better)(void *user, const uint8_t *plan, size_t plan_length);
} UurwerkOptions;

// A file of the caller, such as GPU002.TXT of an Untis export.
typedef struct UurwerkFile {
  // Its name in UTF-8.
  const uint8_t *name;
  // Bytes of the name.
  size_t name_length;
  // What is in it; null with length 0 for an empty file.
  const uint8_t *data;
  // How many bytes.
  size_t length;
} UurwerkFile;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Plans a school in a context of its own: the shortest way to a plan. `uurwerk_context_plan` is the same
// with a context, a cancel token and better plans on the way.
//
// `school` is a document of kind `school`; `options` is a JSON object, or null for the defaults:
// `{"seed": 1, "threads": 2, "iterations": null, "time_limit_ms": 60000, "language": "en"}`.
// `callbacks` may be null. `output`, unless null, receives JSON that the caller gives back with
// `uurwerk_bytes_free`; it is written whatever the status.
//
// # Safety
// `school` and `options` must point to as many readable bytes as their lengths say, or be null with
// length 0; `callbacks` and `output` must be valid or null; all of it for the whole call.
UurwerkStatus uurwerk_plan(const uint8_t *school,
                           size_t school_length,
                           const uint8_t *options,
                           size_t options_length,
                           const struct UurwerkCallbacks *callbacks,
                           struct UurwerkBytes *output);

// The version of the library, such as `0.1.0`; never null, never to be given back.
const char *uurwerk_version(void);

// The version of the ABI that the library has; a program may go on when it is at least the
// `UURWERK_ABI_VERSION` that it was compiled with.
uint32_t uurwerk_abi_version(void);

// Gives back what a call wrote; does nothing for null or for what was given back already.
//
// # Safety
// `bytes` must be null or point to what a call of this library wrote, unchanged.
void uurwerk_bytes_free(struct UurwerkBytes *bytes);

// Decides who teaches what, when and where for a school: `uurwerk plan`.
//
// The output is a plan (`UURWERK_STATUS_DONE`, `_OUT_OF_TIME`), a conflict (`_CONFLICT`) or
// `{"diagnostics": [...]}` (every other status), as UTF-8; it is written whatever the status and is
// given back with `uurwerk_bytes_free`. `options` may be null for the defaults, `output` may be null.
// The call blocks until it is done, cancelled or out of time; any number may run in one context, from
// any threads, and take turns on its threads.
//
// # Safety
// `context` must come from `uurwerk_context_new`; `school` must be readable for `school_length` bytes
// or be null; `options` must be null or as large as its `size` says, with what it points to valid;
// `output` must be null or writable. All of it until the call returns.
UurwerkStatus uurwerk_context_plan(const struct UurwerkContext *context,
                                   const uint8_t *school,
                                   size_t school_length,
                                   const struct UurwerkOptions *options,
                                   struct UurwerkBytes *output);

// Decides who teaches what, and nothing more: `uurwerk allocate`. As `uurwerk_context_plan`; the plan
// has no timetable.
//
// # Safety
// As `uurwerk_context_plan`.
UurwerkStatus uurwerk_context_allocate(const struct UurwerkContext *context,
                                       const uint8_t *school,
                                       size_t school_length,
                                       const struct UurwerkOptions *options,
                                       struct UurwerkBytes *output);

// Decides when and where: `uurwerk timetable`. `document` is a plan of `school`, whose teachers stay; or
// a school, a FET file or an XHSTT archive of one instance, and `school` is null. What comes out is in
// the format of what went in (a plan for a school). `report`, unless null, receives what should be
// known beside it: `{"diagnostics": [...]}`, or nothing.
//
// # Safety
// As `uurwerk_context_plan`.
UurwerkStatus uurwerk_context_timetable(const struct UurwerkContext *context,
                                        const uint8_t *document,
                                        size_t document_length,
                                        const uint8_t *school,
                                        size_t school_length,
                                        const struct UurwerkOptions *options,
                                        struct UurwerkBytes *output,
                                        struct UurwerkBytes *report);

// Whether a school is valid and can be served at all, in under 2 s: `uurwerk check`. The output counts
// lessons, staff, classes and rooms and lists what looks odd; or it is a conflict, or the faults.
//
// # Safety
// As `uurwerk_context_plan`.
UurwerkStatus uurwerk_context_check(const struct UurwerkContext *context,
                                    const uint8_t *school,
                                    size_t school_length,
                                    const struct UurwerkOptions *options,
                                    struct UurwerkBytes *output);

// Makes a school document of the files of others: `uurwerk convert`. `from` is one of
// `UURWERK_FORMAT_GUESS`, `_SCHOOL`, `_UNTIS`, `_XLSX`, `_CSV`, `_ASC`, `_ONEROSTER`; `profile`, a TOML document or null, says what the files do
// not. `report`, unless null, receives what had to be assumed: `{"diagnostics": [...]}`.
//
// # Safety
// As `uurwerk_context_plan`; `files` must be readable for `file_count` structs, whose pointers must be
// readable for their lengths.
UurwerkStatus uurwerk_context_convert(const struct UurwerkContext *context,
                                      const struct UurwerkFile *files,
                                      size_t file_count,
                                      int32_t from,
                                      const uint8_t *profile,
                                      size_t profile_length,
                                      const struct UurwerkOptions *options,
                                      struct UurwerkBytes *output,
                                      struct UurwerkBytes *report);

// A context of so many threads, at most 256; 0 means all cores of the machine. Never null; to be
// freed with `uurwerk_context_free`. It takes no threads until a call runs.
struct UurwerkContext *uurwerk_context_new(uint32_t threads);

// How many threads a context has; 0 for null.
//
// # Safety
// `context` must be null or come from `uurwerk_context_new` and not be freed.
uint32_t uurwerk_context_threads(const struct UurwerkContext *context);

// Frees a context; does nothing for null. Calls that run in it go on to their end.
//
// # Safety
// `context` must be null or come from `uurwerk_context_new` and not be freed before.
void uurwerk_context_free(struct UurwerkContext *context);

// A token that cancels calls. Never null; to be freed with `uurwerk_cancel_free`.
struct UurwerkCancel *uurwerk_cancel_new(void);

// Cancels every call that has the token, now and later, from any thread; does nothing for null. A
// cancelled call ends soon, with the best that it has.
//
// # Safety
// `cancel` must be null or come from `uurwerk_cancel_new` and not be freed.
void uurwerk_cancel_request(const struct UurwerkCancel *cancel);

// Frees a token; does nothing for null. Calls that have it go on.
//
// # Safety
// `cancel` must be null or come from `uurwerk_cancel_new` and not be freed before.
void uurwerk_cancel_free(struct UurwerkCancel *cancel);

// The smallest change to a plan when something changes: `uurwerk what-if`.
//
// `plan` is a plan of `school`; `scenarios` are scenario documents with their names, each applied to the school that
// the one before it made (a `base` inside names a file, which nobody opens here: hand it in before). `ask`, or
// null: `{"order": ["people", "lessons", "classes"], "list": 4, "take": 0}`, what counts first, how many plans to
// look for on the way to the best (at most 64), and which of them is the output. The output is a plan; `difference`, unless null,
// receives the difference document with what is proved, and `changed`, unless null, the changed school.
//
// # Safety
// As `uurwerk_context_plan`; `scenarios` must be null with count 0, or readable for `scenario_count` structs, whose
// pointers must be readable for their lengths.
UurwerkStatus uurwerk_context_what_if(const struct UurwerkContext *context,
                                      const uint8_t *school,
                                      size_t school_length,
                                      const uint8_t *plan,
                                      size_t plan_length,
                                      const struct UurwerkFile *scenarios,
                                      size_t scenario_count,
                                      const uint8_t *ask,
                                      size_t ask_length,
                                      const struct UurwerkOptions *options,
                                      struct UurwerkBytes *output,
                                      struct UurwerkBytes *difference,
                                      struct UurwerkBytes *changed);

// Plans side by side, each with the first of them: `uurwerk compare`. `plans` are at least two plan documents with
// what to call them; `schools`, or null with count 0, the schools that they are for. The output is a difference
// document.
//
// # Safety
// As `uurwerk_context_what_if`, for `plans` and `schools`.
UurwerkStatus uurwerk_context_compare(const struct UurwerkContext *context,
                                      const struct UurwerkFile *plans,
                                      size_t plan_count,
                                      const struct UurwerkFile *schools,
                                      size_t school_count,
                                      const struct UurwerkOptions *options,
                                      struct UurwerkBytes *output);

// Why: `uurwerk explain`. Without a `question` (null): which demands of the school contradict each other; the output
// is a conflict (`UURWERK_STATUS_CONFLICT`), or `{"possible": true, "by": "proof"}` (or `"plan"`;
// `UURWERK_STATUS_DONE`), or the same with nulls when time ran out first (`_OUT_OF_TIME`). With one,
// `{"question": "why", "teacher": ID, "target": ID}` or `"why_not"`, about `plan`, a plan of the school: why a teacher
// gives a class or lesson, or why not, and what the other choice would cost. `report`, unless null, receives the
// sentences of the answer in the language of the options: `{"sentences": [...]}`.
//
// # Safety
// As `uurwerk_context_plan`.
UurwerkStatus uurwerk_context_explain(const struct UurwerkContext *context,
                                      const uint8_t *school,
                                      size_t school_length,
                                      const uint8_t *plan,
                                      size_t plan_length,
                                      const uint8_t *question,
                                      size_t question_length,
                                      const struct UurwerkOptions *options,
                                      struct UurwerkBytes *output,
                                      struct UurwerkBytes *report);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* UURWERK_H */
