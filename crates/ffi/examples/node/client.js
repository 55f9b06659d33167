// A vendor's program in Node with koffi: plans a school with progress while the event loop goes on, cancels one plan,
// survives a bad document.
//
//   npm install koffi && UURWERK_LIBRARY=/usr/lib/libuurwerk.so node client.js SCHOOL

const assert = require('node:assert');
const fs = require('node:fs');
const { promisify } = require('node:util');
const koffi = require('koffi');

const [DONE, INPUT, USAGE, , OUT_OF_TIME] = [0, 1, 2, 3, 4];
const ABI_VERSION = 2;

const Bytes = koffi.struct('UurwerkBytes', { data: 'uint8_t *', length: 'size_t' });
const Progress = koffi.struct('UurwerkProgress', {
    stage: 'int32_t', hard: 'int64_t', soft: 'int64_t', bound: 'int64_t', elapsed_ms: 'uint64_t',
});
const OnProgress = koffi.proto('void OnProgress(void *user, UurwerkProgress *progress)');
const OnBetter = koffi.proto('void OnBetter(void *user, uint8_t *plan, size_t length)');
koffi.struct('UurwerkOptions', {
    size: 'size_t', seed: 'uint64_t', iterations: 'uint64_t', time_limit_ms: 'uint64_t', threads: 'uint32_t',
    language: 'int32_t', cancel: 'void *', user: 'void *', progress: koffi.pointer(OnProgress), better: koffi.pointer(OnBetter),
});

const library = koffi.load(process.env.UURWERK_LIBRARY || 'libuurwerk.so');
const abiVersion = library.func('uint32_t uurwerk_abi_version()');
const contextNew = library.func('void *uurwerk_context_new(uint32_t threads)');
const contextFree = library.func('void uurwerk_context_free(void *context)');
const cancelNew = library.func('void *uurwerk_cancel_new()');
const cancelRequest = library.func('void uurwerk_cancel_request(void *cancel)');
const cancelFree = library.func('void uurwerk_cancel_free(void *cancel)');
const bytesFree = library.func('void uurwerk_bytes_free(UurwerkBytes *bytes)');
// Asynchronous: the call runs on a thread of Node's pool, callbacks come back on the event loop.
const contextPlan = promisify(library.func(
    'int uurwerk_context_plan(void *context, const uint8_t *school, size_t length, UurwerkOptions *options, _Out_ UurwerkBytes *output)').async);

assert(abiVersion() >= ABI_VERSION, 'this Uurwerk is too old');
const context = contextNew(2);

/** Plans and gives the status and the document; `progress` is told on the event loop. */
async function plan(school, options, progress) {
    const callback = progress && koffi.register((_, now) => progress(koffi.decode(now, Progress)), koffi.pointer(OnProgress));
    const output = {};
    const all = {
        size: koffi.sizeof('UurwerkOptions'), seed: 0, iterations: 0, time_limit_ms: 0, threads: 0, language: 0,
        cancel: null, user: null, progress: callback || null, better: null, ...options,
    };
    const status = await contextPlan(context, school, school ? school.length : 0, all, output);
    if (callback) koffi.unregister(callback);
    const text = Buffer.from(koffi.decode(output.data, 'uint8_t', Number(output.length))).toString('utf8');
    bytesFree(output);
    return { status, document: JSON.parse(text) };
}

async function main() {
    const school = fs.readFileSync(process.argv[2]);
    const iterations = Number(process.argv[3] || 20000);
    let told = 0, ticks = 0;
    const ticker = setInterval(() => ticks++, 5);
    const planned = await plan(school, { seed: 7, threads: 1, iterations }, now => {
        if (told++ % 20 === 0) console.error(`  ${now.elapsed_ms} ms  phase ${now.stage}  hard ${now.hard}  cost ${now.soft}`);
    });
    clearInterval(ticker);
    assert([DONE, OUT_OF_TIME].includes(planned.status));
    assert.equal(planned.document.uurwerk.kind, 'plan');
    assert(told > 0 && ticks > 0);
    console.log(`planned: ${planned.document.allocation.length} assignments, told ${told} times, the loop ticked on`);

    const token = cancelNew();
    let pressed = 0;
    const cancelled = await plan(school, { time_limit_ms: 60000, cancel: token }, () => {
        if (pressed === 0) {
            pressed = Date.now();
            cancelRequest(token);
        }
    });
    cancelFree(token);
    assert.equal(cancelled.document.uurwerk.kind, 'plan');
    console.log(`cancelled: a whole plan ${Date.now() - pressed} ms after`);

    const refused = await plan(school.subarray(0, school.length / 2), {});
    assert.equal(refused.status, INPUT);
    assert.equal(refused.document.diagnostics[0].code, 'UW0001');
    console.log('refused:', refused.document.diagnostics[0].text);
    assert.equal((await plan(null, {})).status, USAGE);

    contextFree(context);
    console.log('fine');
}

main().catch(fault => { console.error(fault); process.exit(1); });
