// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void aLineIsReadAsTheKernelWritesIt() throws IOException {
        Listing listing = Listing.read(
                text("src=192.0.2.1 ttl: 64 last_seen: 4295294001 oldest_pkt: 2 4295293001, 4295294001\n"), 10_000);

        assertThat(listing.lines())
                .containsEntry(
                        Address.parse("192.0.2.1"), new Listing.Line(64, 4295294001L, 2, 4295293001L, 4295294001L))
                .hasSize(1);
        assertThat(listing.complete()).isTrue();
    }

    @Test
    void anIpv6AddressIsReadInFull() throws IOException {
        Listing listing = Listing.read(
                text("src=2001:0db8:0000:0000:0000:0000:0000:0007 ttl: 0 last_seen: 1 oldest_pkt: 1 1\n"), 10_000);

        assertThat(listing.holds(Address.parse("2001:db8::7"))).isTrue();
    }

    @Test
    void aMappedAddressDoesNotPassForTheIpv4Address() throws IOException {
        Listing listing = Listing.read(
                text("src=0000:0000:0000:0000:0000:ffff:c000:0201 ttl: 0 last_seen: 1 oldest_pkt: 1 1\n"), 10_000);

        assertThat(listing.lines()).isEmpty();
        assertThat(listing.size()).isEqualTo(1);
    }

    @Test
    void aLineMayLieAcrossChunks() throws IOException {
        String line = "src=192.0.2.%d ttl: 0 last_seen: 1 oldest_pkt: 1 1\n";
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 200; number++) {
            lines.append(String.format(line, number));
        }

        assertThat(Listing.read(text(lines.toString()), 1_000_000).lines()).hasSize(200);
        assertThat(Listing.read(text(lines.toString()), Listing.CHUNK))
                .satisfies(cut -> assertThat(cut.complete()).isFalse());
    }

    @Test
    void anEmptyListIsComplete() throws IOException {
        assertThat(Listing.read(text(""), Listing.CHUNK).complete()).isTrue();
    }

    private static RecentFile.Reader text(String text) {
        InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        return new RecentFile.Reader() {
            @Override
            public void rewind() throws IOException {
                stream.reset();
            }

            @Override
            public int read(byte[] buffer) throws IOException {
                return stream.read(buffer);
            }

            @Override
            public void close() {}
        };
    }
}
