/* Uurwerk: who teaches what, when and where. Made from crates/ffi/src by its tests; do not edit. */

#ifndef UURWERK_H
#define UURWERK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// A number that is not known yet.
#define UURWERK_UNKNOWN INT64_MIN

// How a call ended; the same numbers as the exit status of the command line.
enum UurwerkStatus
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  // Done, every hard rule holds: the output is a plan.
  UURWERK_STATUS_DONE = 0,
  // The school or its policy is wrong: the output is `{"diagnostics": [...]}`.
  UURWERK_STATUS_INPUT = 1,
  // The call is wrong (a null pointer, unknown options): the output is `{"diagnostics": [...]}`.
  UURWERK_STATUS_USAGE = 2,
  // The demands contradict each other: the output is a conflict.
  UURWERK_STATUS_CONFLICT = 3,
  // Cancelled or out of time before every hard rule held: the output is the best plan so far.
  UURWERK_STATUS_OUT_OF_TIME = 4,
  // A bug in Uurwerk, caught: the output is `{"diagnostics": [...]}`.
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

// Where a run stands; `UURWERK_UNKNOWN` for what is not known yet.
typedef struct UurwerkProgress {
  // What is being worked on.
  UurwerkStage stage;
  // Deviation of hard rules of the best so far.
  int64_t hard;
  // Cost of soft rules of the best so far.
  int64_t soft;
  // Proved lower bound on that cost.
  int64_t bound;
} UurwerkProgress;

// Functions of the caller; each may be null. They may be called from several threads at once, must
// return at once and must not unwind.
typedef struct UurwerkCallbacks {
  // Handed to every callback unchanged.
  void *user;
  // Returns true to stop now with the best plan so far.
  bool (*cancel)(void *user);
  // Told where the run stands; the pointer is valid during the call only.
  void (*progress)(void *user, const struct UurwerkProgress *progress);
} UurwerkCallbacks;

// Bytes that the library made; JSON in UTF-8, not terminated by zero.
typedef struct UurwerkBytes {
  // The first byte; null when there are none.
  uint8_t *data;
  // How many.
  size_t length;
} UurwerkBytes;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Plans a school: who teaches what, when and where.
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

// Gives back what a call wrote; does nothing for null or for what was given back already.
//
// # Safety
// `bytes` must be null or point to what a call of this library wrote, unchanged.
void uurwerk_bytes_free(struct UurwerkBytes *bytes);

// The version of the library, such as `0.1.0`; never null, never to be given back.
const char *uurwerk_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* UURWERK_H */
