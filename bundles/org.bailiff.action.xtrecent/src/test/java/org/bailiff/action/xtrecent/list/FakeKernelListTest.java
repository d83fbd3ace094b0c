// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all other tests rest on: that the fake does what {@code xt_recent} was seen to do. */
class FakeKernelListTest {
    private static final Address ADDRESS = Address.parse("192.0.2.7");

    private final ManualTime time = new ManualTime();
    private final FakeKernelList kernel = new FakeKernelList(time);

    private void write(String change) throws IOException {
        kernel.openForWriting().write(change);
    }

    private static String text(RecentFile.Reader reader, int bufferSize) throws IOException {
        reader.rewind();
        byte[] buffer = new byte[bufferSize];
        StringBuilder text = new StringBuilder();
        for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
            text.append(new String(buffer, 0, length, StandardCharsets.US_ASCII));
        }
        return text.toString();
    }

    @Test
    void ofTwoAddressesInOneWriteTheFirstIsTakenAndAllIsReportedAsWritten() throws IOException {
        write("+192.0.2.7\n+192.0.2.8");

        assertThat(kernel.listed()).containsExactly("192.0.2.7");
    }

    @Test
    void anythingThatBeginsWithASlashEmptiesIt() throws IOException {
        write("+192.0.2.7");

        write("/anything");

        assertThat(kernel.listed()).isEmpty();
    }

    @Test
    void whatIsTooLongIsCutAndTheRestRefused() {
        assertThatThrownBy(() -> write("+192.0.2.7\n" + "x".repeat(47))).isInstanceOf(IOException.class);

        assertThat(kernel.listed()).containsExactly("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "192.0.2.7", "+", "+192.0.2.0/24", "+ 192.0.2.7", " +192.0.2.7", "+fe80::1%eth0", "+nobody"})
    void whatIsNoChangeOfAnAddressIsRefused(String change) {
        assertThatThrownBy(() -> write(change)).isInstanceOf(IOException.class);

        assertThat(kernel.listed()).isEmpty();
    }

    @Test
    void takingOutWhatIsNotThereSucceeds() throws IOException {
        write("-192.0.2.7");

        assertThat(kernel.listed()).isEmpty();
    }

    @Test
    void aDescriptorOfARemovedListFailsForGoodAndAFreshOneDoesNot() throws IOException {
        RecentFile.Writer writer = kernel.openForWriting();
        RecentFile.Reader reader = kernel.openForReading();

        kernel.remove();
        assertThatThrownBy(kernel::openForWriting).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(kernel::openForReading).isInstanceOf(NoSuchFileException.class);
        kernel.makeAnew();

        assertThatThrownBy(() -> writer.write("+192.0.2.7")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.read(new byte[1])).isInstanceOf(IOException.class);
        write("+192.0.2.7");
        assertThat(kernel.listed()).containsExactly("192.0.2.7");
    }

    @Test
    void rightsAreAskedForWhenItIsOpenedForWriting() throws IOException {
        RecentFile.Writer writer = kernel.openForWriting();

        kernel.denied = true;

        writer.write("+192.0.2.7");
        assertThat(kernel.listed()).containsExactly("192.0.2.7");
        assertThatThrownBy(kernel::openForWriting).isInstanceOf(AccessDeniedException.class);
        assertThat(kernel.openForReading()).isNotNull();
    }

    @Test
    void theEntryTouchedLongestAgoIsPushedOut() throws IOException {
        List<Address> pushedOut = new ArrayList<>();
        kernel.onPushedOut = pushedOut::add;
        kernel.capacity = 2;
        write("+192.0.2.7");
        write("+192.0.2.8");
        write("+192.0.2.7");

        write("+192.0.2.9");

        assertThat(kernel.listed()).containsExactly("192.0.2.7", "192.0.2.9");
        assertThat(pushedOut).containsExactly(Address.parse("192.0.2.8"));
    }

    @Test
    void withoutMemoryAWriteSucceedsPushesOneOutAndTouchesOnlyWhatIsThere() throws IOException {
        kernel.capacity = 2;
        write("+192.0.2.7");
        write("+192.0.2.8");
        kernel.swallowed.addAll(List.of(Address.parse("192.0.2.8"), Address.parse("192.0.2.9")));
        time.pass(Duration.ofSeconds(5));

        write("+192.0.2.9");
        write("+192.0.2.8");

        assertThat(kernel.listed()).containsExactly("192.0.2.8");
        assertThat(kernel.age(Address.parse("192.0.2.8"))).isZero();
    }

    @Test
    void stampsStandInARing() throws IOException {
        kernel.stampsKept = 2;
        for (int write = 0; write < 3; write++) {
            write("+192.0.2.7");
            time.pass(Duration.ofSeconds(1));
        }

        assertThat(text(kernel.openForReading(), 4096))
                .isEqualTo("src=192.0.2.7 ttl: 0 last_seen: 4294967500 oldest_pkt: 1 4294967500, 4294967250\n");
    }

    @Test
    void aBufferThatIsTooSmallForALineGetsTheRestWithTheNextRead() throws IOException {
        write("+192.0.2.7");
        write("+2001:db8::7");

        assertThat(text(kernel.openForReading(), 7))
                .isEqualTo(text(kernel.openForReading(), 4096))
                .contains("src=2001:0db8:0000:0000:0000:0000:0000:0007 ttl: 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 1000})
    void aRuleMatchesWhileTheNewestStampIsNoOlderThanTheLease(int rate) throws IOException {
        kernel.rate = rate;
        kernel.narrow = true;
        write("+192.0.2.7");

        time.pass(Duration.ofSeconds(60));
        assertThat(kernel.matches(ADDRESS, Duration.ofSeconds(60))).isTrue();
        time.pass(Duration.ofMillis(10));

        assertThat(kernel.lists("192.0.2.7")).isTrue();
        assertThat(kernel.matches(ADDRESS, Duration.ofSeconds(60))).isFalse();
    }
}
