/* A vendor's program in C: plans a school with progress and better plans on the way, cancels one plan from another
 * thread, asks what if and why, hands in a bad document, converts and checks, and gives everything back.
 *
 *   cc client.c $(pkg-config --cflags --libs uurwerk) -pthread -o client && ./client SCHOOL
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <uurwerk.h>

#define EXPECT(what) do { if (!(what)) { fprintf(stderr, "line %d: %s\n", __LINE__, #what); exit(1); } } while (0)

struct watch { int told; int better; int began; };

static void on_progress(void *user, const struct UurwerkProgress *now) {
    struct watch *watch = user;
    __atomic_store_n(&watch->began, 1, __ATOMIC_RELEASE);
    if (watch->told++ % 20 == 0 && now->soft != UURWERK_UNKNOWN)
        fprintf(stderr, "  %6llu ms  phase %d  hard %lld  cost %lld\n", (unsigned long long)now->elapsed_ms,
                (int)now->stage, (long long)now->hard, (long long)now->soft);
}

static void on_better(void *user, const uint8_t *plan, size_t length) {
    struct watch *watch = user;
    EXPECT(length > 2 && plan[0] == '{' && plan[length - 1] == '}');
    watch->better++;
}

static int contains(struct UurwerkBytes bytes, const char *text) {
    size_t n = strlen(text);
    for (size_t i = 0; i + n <= bytes.length; i++)
        if (memcmp(bytes.data + i, text, n) == 0) return 1;
    return 0;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct canceller { struct UurwerkCancel *token; struct watch *watch; double when; };

/* Presses "stop" soon after the plan has begun, as a person would. */
static void *cancel_soon(void *argument) {
    struct canceller *canceller = argument;
    const struct timespec pause = {0, 20000000};
    while (!__atomic_load_n(&canceller->watch->began, __ATOMIC_ACQUIRE)) nanosleep(&pause, NULL);
    canceller->when = seconds();
    uurwerk_cancel_request(canceller->token);
    return NULL;
}

/* The first value of a field in a document, whose ids need no escapes. */
static void first_of(struct UurwerkBytes bytes, const char *field, char *value, size_t size) {
    size_t n = strlen(field), at = 0, length = 0;
    while (at + n <= bytes.length && memcmp(bytes.data + at, field, n) != 0) at++;
    const char *from = (const char *)bytes.data + at + n;
    while (at + n + length < bytes.length && from[length] != '"') length++;
    EXPECT(at + n < bytes.length && length < size);
    memcpy(value, from, length);
    value[length] = 0;
}

int main(int argc, char **argv) {
    if (argc < 2) { fputs("usage: client SCHOOL [ITERATIONS]\n", stderr); return 2; }
    uint64_t iterations = argc > 2 ? strtoull(argv[2], NULL, 10) : 20000;
    FILE *file = fopen(argv[1], "rb");
    if (!file) { perror(argv[1]); return 2; }
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    uint8_t *school = malloc(length);
    if (!school || fread(school, 1, length, file) != length) return 2;
    fclose(file);

    if (uurwerk_abi_version() < UURWERK_ABI_VERSION) { fputs("this Uurwerk is too old\n", stderr); return 2; }
    struct UurwerkContext *context = uurwerk_context_new(2);
    EXPECT(uurwerk_context_threads(context) == 2);
    struct UurwerkBytes output = {0}, report = {0};

    /* Check, then plan. */
    EXPECT(uurwerk_context_check(context, school, length, NULL, &output) == UURWERK_STATUS_DONE);
    EXPECT(contains(output, "\"lessons\":"));
    uurwerk_bytes_free(&output);
    struct watch watch = {0};
    struct UurwerkOptions options = {.size = sizeof options, .seed = 7, .threads = 1, .iterations = iterations,
                                     .user = &watch, .progress = on_progress, .better = on_better};
    enum UurwerkStatus status = uurwerk_context_plan(context, school, length, &options, &output);
    EXPECT(status == UURWERK_STATUS_DONE || status == UURWERK_STATUS_OUT_OF_TIME);
    EXPECT(contains(output, "\"kind\":\"plan\"") && watch.told > 0 && watch.better > 0);
    printf("planned: status %d, %zu bytes, told %d times, %d better plans\n", (int)status, output.length, watch.told,
           watch.better);

    /* The teachers stay, the times are found anew. */
    struct UurwerkBytes again = {0};
    options.seed = 8;
    status = uurwerk_context_timetable(context, output.data, output.length, school, length, &options, &again, NULL);
    EXPECT(status == UURWERK_STATUS_DONE || status == UURWERK_STATUS_OUT_OF_TIME);
    EXPECT(contains(again, "\"kind\":\"plan\""));

    /* What differs, and what it means for people. */
    struct UurwerkBytes difference = {0}, changed = {0};
    struct UurwerkFile plans[] = {{(const uint8_t *)"before", 6, output.data, output.length},
                                  {(const uint8_t *)"after", 5, again.data, again.length}};
    struct UurwerkFile schools[] = {{(const uint8_t *)"school", 6, school, length}};
    EXPECT(uurwerk_context_compare(context, plans, 2, schools, 1, NULL, &difference) == UURWERK_STATUS_DONE);
    EXPECT(contains(difference, "\"kind\":\"difference\"") && contains(difference, "\"name\":\"after\""));
    uurwerk_bytes_free(&difference);
    uurwerk_bytes_free(&again);

    /* Somebody cannot come at a time: the smallest change. Then: why do they give their lesson? */
    char lesson[200], teacher[200], day[200], period[200], text[1200];
    first_of(output, "\"lesson\":\"", lesson, sizeof lesson);
    first_of(output, "\"teacher\":\"", teacher, sizeof teacher);
    first_of(output, "\"day\":\"", day, sizeof day);
    first_of(output, "\"period\":\"", period, sizeof period);
    snprintf(text, sizeof text, "{\"uurwerk\":{\"kind\":\"scenario\",\"version\":1},\"name\":\"not then\","
             "\"changes\":[{\"availability_changes\":{\"teacher\":\"%s\",\"never\":[{\"slot\":"
             "{\"day\":\"%s\",\"period\":\"%s\"}}]}}]}", teacher, day, period);
    struct UurwerkFile scenario = {(const uint8_t *)"not then", 8, (const uint8_t *)text, strlen(text)};
    struct UurwerkOptions brief = {.size = sizeof brief, .time_limit_ms = 3000};
    status = uurwerk_context_what_if(context, school, length, output.data, output.length, &scenario, 1, NULL, 0, &brief,
                                     &again, &difference, &changed);
    EXPECT(status == UURWERK_STATUS_DONE || status == UURWERK_STATUS_OUT_OF_TIME);
    EXPECT(contains(again, "\"kind\":\"plan\"") && contains(difference, "\"kind\":\"difference\""));
    EXPECT(contains(changed, "\"kind\":\"school\""));
    printf("what if: %zu bytes of difference\n", difference.length);
    uurwerk_bytes_free(&again);
    uurwerk_bytes_free(&difference);
    uurwerk_bytes_free(&changed);
    snprintf(text, sizeof text, "{\"question\":\"why\",\"teacher\":\"%s\",\"target\":\"%s\"}", teacher, lesson);
    status = uurwerk_context_explain(context, school, length, output.data, output.length, (const uint8_t *)text,
                                     strlen(text), &brief, &again, &report);
    EXPECT(status == UURWERK_STATUS_DONE && contains(again, "\"choices\":") && contains(report, "\"sentences\":"));
    uurwerk_bytes_free(&again);
    uurwerk_bytes_free(&report);
    uurwerk_bytes_free(&output);

    /* A plan of a minute, cancelled by another thread. */
    struct watch hasty = {0};
    struct canceller canceller = {uurwerk_cancel_new(), &hasty, 0};
    struct UurwerkOptions minute = {.size = sizeof minute, .time_limit_ms = 60000, .cancel = canceller.token,
                                    .user = &hasty, .progress = on_progress};
    pthread_t thread;
    EXPECT(pthread_create(&thread, NULL, cancel_soon, &canceller) == 0);
    status = uurwerk_context_plan(context, school, length, &minute, &output);
    pthread_join(thread, NULL);
    EXPECT(status == UURWERK_STATUS_DONE || status == UURWERK_STATUS_OUT_OF_TIME);
    EXPECT(contains(output, "\"kind\":\"plan\""));
    printf("cancelled: a whole plan %.0f ms after\n", (seconds() - canceller.when) * 1e3);
    uurwerk_cancel_free(canceller.token);
    uurwerk_bytes_free(&output);

    /* A bad document, a null pointer, options of a wrong size: told, never fatal. */
    struct UurwerkOptions dutch = {.size = sizeof dutch, .language = UURWERK_LANGUAGE_NL};
    EXPECT(uurwerk_context_plan(context, school, length / 2, &dutch, &output) == UURWERK_STATUS_INPUT);
    EXPECT(contains(output, "UW0001"));
    printf("refused: %.*s\n", (int)output.length, (const char *)output.data);
    uurwerk_bytes_free(&output);
    EXPECT(uurwerk_context_allocate(context, NULL, 0, NULL, &output) == UURWERK_STATUS_USAGE);
    uurwerk_bytes_free(&output);
    dutch.size = 3;
    EXPECT(uurwerk_context_check(context, school, length, &dutch, &output) == UURWERK_STATUS_USAGE);
    EXPECT(contains(output, "UW0514"));
    uurwerk_bytes_free(&output);

    /* From Untis: one line of lessons is a small school. */
    const char *name = "GPU002.TXT", *lines = "7,2,,,\"3A\",\"Jan\",\"WISK2\",\"R1\"\r\n";
    struct UurwerkFile gpu = {(const uint8_t *)name, strlen(name), (const uint8_t *)lines, strlen(lines)};
    status = uurwerk_context_convert(context, &gpu, 1, UURWERK_FORMAT_GUESS, NULL, 0, NULL, &output, &report);
    EXPECT(status == UURWERK_STATUS_DONE && contains(output, "\"kind\":\"school\"") && contains(report, "UW30"));
    uurwerk_bytes_free(&output);
    uurwerk_bytes_free(&report);
    uurwerk_bytes_free(&report); /* twice does no harm */

    uurwerk_context_free(context);
    free(school);
    puts("fine");
    return 0;
}
