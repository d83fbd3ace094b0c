// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * The least that a Java program does to ban from a log: it waits until the log has changed, reads what is new, and writes the
 * address of each fifth line into the list. It judges, counts and remembers nothing. For {@code itests/benchmarks/latency}:
 * what this takes, the machine, the kernel and the JDK take. Its arguments are the log and the list.
 */
public final class Least {
    private static final int FAILURES = 5;

    private final FileChannel log;
    private final FileChannel list;
    private final ByteBuffer content = ByteBuffer.allocateDirect(1 << 16);
    private int lines;

    private Least(Path log, Path list) throws IOException {
        this.log = FileChannel.open(log, StandardOpenOption.READ);
        this.list = FileChannel.open(list, StandardOpenOption.WRITE);
        this.log.position(this.log.size());
    }

    public static void main(String[] arguments) throws Exception {
        Path log = Path.of(arguments[0]);
        Least least = new Least(log, Path.of(arguments[1]));
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            log.getParent().register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            System.out.println("Ready: it waits.");
            while (true) {
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
                least.read();
            }
        }
    }

    private void read() throws IOException {
        content.clear();
        log.read(content);
        byte[] bytes = new byte[content.flip().remaining()];
        content.get(bytes);
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).lines().toList()) {
            if (++lines % FAILURES == 0) {
                ban(line.substring(line.indexOf(" from ") + " from ".length(), line.indexOf(" port ")));
            }
        }
    }

    private void ban(String address) throws IOException {
        // The kernel takes one address a write, and only at the begin (net/netfilter/xt_recent.c, recent_mt_proc_write).
        list.position(0);
        list.write(ByteBuffer.wrap(("+" + address + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
}
