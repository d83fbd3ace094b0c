// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelDropsTest {
    @TempDir
    Path folder;

    @Test
    void theKernelTellsWhatItDropped() throws IOException {
        assumeThat(Path.of("/proc/self/net/udp")).exists();
        try (DatagramChannel receiver = DatagramChannel.open(StandardProtocolFamily.INET);
                DatagramChannel sender = DatagramChannel.open()) {
            receiver.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            receiver.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            InetSocketAddress address = (InetSocketAddress) receiver.getLocalAddress();
            KernelDrops drops = new KernelDrops(address);
            assertThat(drops.count()).hasValue(0);

            for (int count = 0; count < 100; count++) {
                sender.send(ByteBuffer.wrap(new byte[1000]), address);
            }

            assertThat(drops.count().orElse(0)).isBetween(50L, 100L);
        }
    }

    @Test
    void whereNothingIsToldNothingIsKnown() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("::1"), 5514);
        assertThat(new KernelDrops(address, folder).count()).isEmpty();

        Files.writeString(folder.resolve("udp6"), "  sl  local_address remote_address drops\n\n 1: x y z\n");
        assertThat(new KernelDrops(address, folder).count()).isEmpty();
    }
}
