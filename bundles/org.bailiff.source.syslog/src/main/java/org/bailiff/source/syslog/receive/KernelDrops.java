// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many datagrams the kernel dropped because nobody read them in time, from {@code /proc/net/udp}: for anybody to read. */
public final class KernelDrops {
    private static final Logger LOG = LoggerFactory.getLogger(KernelDrops.class);
    private static final int ADDRESS_COLUMN = 1;

    private final Path table;
    private final String local;

    /** Of the socket that is bound to this address. */
    public KernelDrops(InetSocketAddress address) {
        this(address, Path.of("/proc/self/net"));
    }

    KernelDrops(InetSocketAddress address, Path folder) {
        byte[] bytes = address.getAddress().getAddress();
        table = folder.resolve(bytes.length == 4 ? "udp" : "udp6");
        local = hex(bytes) + String.format(":%04X", address.getPort());
    }

    /** As the kernel prints it: word by word, each as the machine stores numbers. */
    private static String hex(byte[] address) {
        StringBuilder text = new StringBuilder();
        ByteBuffer words = ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            text.append(String.format(Locale.ROOT, "%08X", words.getInt()));
        }
        return text.toString();
    }

    /** Since the socket was opened; empty if the kernel does not say. */
    public OptionalLong count() {
        try {
            for (String line : Files.readAllLines(table)) {
                List<String> columns = List.of(line.strip().split("\\s+"));
                if (columns.size() > ADDRESS_COLUMN
                        && columns.get(ADDRESS_COLUMN).equals(local)) {
                    return OptionalLong.of(Long.parseLong(columns.get(columns.size() - 1)));
                }
            }
        } catch (IOException | NumberFormatException unknown) {
            LOG.debug("{} does not tell of dropped datagrams", table, unknown);
        }
        return OptionalLong.empty();
    }
}
