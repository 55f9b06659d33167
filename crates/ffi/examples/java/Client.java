// A vendor's program in Java 17 with JNA: plans a school with progress, cancels one plan from another thread, survives
// a bad document.
//
//   javac -cp jna.jar Client.java && java -cp jna.jar:. -Duurwerk.library=/usr/lib/libuurwerk.so Client SCHOOL

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

public final class Client {
    static final int DONE = 0, INPUT = 1, USAGE = 2, OUT_OF_TIME = 4;
    static final long UNKNOWN = Long.MIN_VALUE;
    static final int ABI_VERSION = 2;

    /** The functions of uurwerk.h that this program calls; size_t is long on the machines that run it. */
    public interface Uurwerk extends Library {
        int uurwerk_abi_version();
        Pointer uurwerk_context_new(int threads);
        void uurwerk_context_free(Pointer context);
        Pointer uurwerk_cancel_new();
        void uurwerk_cancel_request(Pointer cancel);
        void uurwerk_cancel_free(Pointer cancel);
        void uurwerk_bytes_free(Bytes bytes);
        int uurwerk_context_plan(Pointer context, byte[] school, long length, Options options, Bytes output);
    }

    public interface OnProgress extends Callback {
        void invoke(Pointer user, Progress progress);
    }

    public interface OnBetter extends Callback {
        void invoke(Pointer user, Pointer plan, long length);
    }

    @Structure.FieldOrder({"data", "length"})
    public static class Bytes extends Structure {
        public Pointer data;
        public long length;
    }

    @Structure.FieldOrder({"stage", "hard", "soft", "bound", "elapsedMs"})
    public static class Progress extends Structure implements Structure.ByReference {
        public int stage;
        public long hard, soft, bound, elapsedMs;
    }

    @Structure.FieldOrder({"size", "seed", "iterations", "timeLimitMs", "threads", "language", "cancel", "user", "progress", "better"})
    public static class Options extends Structure {
        public long size, seed, iterations, timeLimitMs;
        public int threads, language;
        public Pointer cancel, user;
        public OnProgress progress;
        public OnBetter better;

        public Options() {
            size = size();
        }
    }

    record Answer(int status, String text) {}

    static Uurwerk uurwerk;
    static Pointer context;

    static Answer plan(byte[] school, Options options) {
        Bytes output = new Bytes();
        int status = uurwerk.uurwerk_context_plan(context, school, school == null ? 0 : school.length, options, output);
        String text = output.data == null ? "" : new String(output.data.getByteArray(0, (int) output.length), StandardCharsets.UTF_8);
        uurwerk.uurwerk_bytes_free(output);
        return new Answer(status, text);
    }

    static void expect(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what);
    }

    public static void main(String[] arguments) throws Exception {
        byte[] school = Files.readAllBytes(Path.of(arguments[0]));
        uurwerk = Native.load(System.getProperty("uurwerk.library", "uurwerk"), Uurwerk.class);
        expect(uurwerk.uurwerk_abi_version() >= ABI_VERSION, "this Uurwerk is too old");
        context = uurwerk.uurwerk_context_new(2);

        AtomicInteger told = new AtomicInteger();
        AtomicInteger better = new AtomicInteger();
        Options options = new Options();
        options.seed = 7;
        options.threads = 1;
        options.iterations = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_000;
        options.progress = (user, now) -> {
            if (told.getAndIncrement() % 20 == 0 && now.soft != UNKNOWN)
                System.err.printf("  %6d ms  phase %d  hard %d  cost %d%n", now.elapsedMs, now.stage, now.hard, now.soft);
        };
        options.better = (user, plan, length) -> better.incrementAndGet();
        Answer planned = plan(school, options);
        expect(planned.status == DONE || planned.status == OUT_OF_TIME, planned.text);
        expect(planned.text.contains("\"kind\":\"plan\"") && told.get() > 0 && better.get() > 0, planned.text);
        System.out.printf("planned: %d characters, told %d times, %d better plans%n", planned.text.length(), told.get(), better.get());

        Pointer token = uurwerk.uurwerk_cancel_new();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong pressed = new AtomicLong();
        Thread presser = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException interrupted) {
                return;
            }
            pressed.set(System.nanoTime());
            uurwerk.uurwerk_cancel_request(token);
        });
        presser.start();
        Options minute = new Options();
        minute.timeLimitMs = 60_000;
        minute.cancel = token;
        minute.progress = (user, now) -> begun.countDown();
        Answer cancelled = plan(school, minute);
        long after = (System.nanoTime() - pressed.get()) / 1_000_000;
        presser.join();
        uurwerk.uurwerk_cancel_free(token);
        expect(cancelled.text.contains("\"kind\":\"plan\""), cancelled.text);
        System.out.printf("cancelled: a whole plan %d ms after%n", after);

        Answer refused = plan(Arrays.copyOf(school, school.length / 2), new Options());
        expect(refused.status == INPUT && refused.text.contains("UW0001"), refused.text);
        System.out.println("refused: " + refused.text);
        expect(plan(null, null).status == USAGE, "null is told");

        uurwerk.uurwerk_context_free(context);
        System.out.println("fine");
    }
}
