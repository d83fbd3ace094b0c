// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The kernel's list of those who are banned, read so often that nothing else would be as quick. For one thread. */
final class KernelList {
    static final Path FILE = Path.of("/proc/self/net/xt_recent/bailiff-sshd");

    private final FileChannel list;
    private final ByteBuffer content = ByteBuffer.allocateDirect(1 << 16);

    KernelList() throws IOException {
        list = FileChannel.open(FILE, StandardOpenOption.READ);
    }

    /** Whether the address stands in it. */
    boolean holds(String address) throws IOException {
        byte[] wanted = ("src=" + address + " ").getBytes(StandardCharsets.US_ASCII);
        read();
        int last = content.position() - wanted.length;
        for (int start = 0; start <= last; start++) {
            int same = 0;
            while (same < wanted.length && content.get(start + same) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    int size() throws IOException {
        read();
        int lines = 0;
        for (int index = 0; index < content.position(); index++) {
            lines += content.get(index) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** All of it, as the kernel writes it. */
    String text() throws IOException {
        read();
        byte[] bytes = new byte[content.position()];
        content.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static void flush() throws IOException {
        Files.writeString(FILE, "/\n");
    }

    private void read() throws IOException {
        content.clear();
        while (list.read(content, content.position()) > 0) {}
    }
}
