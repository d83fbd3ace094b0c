// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.store.JailRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {

    @Test
    void everyPartComesBackAsItWas() throws UnreadableRecordException {
        JailRecord record = Records.full();

        assertThat(read(write(record))).isEqualTo(record);
    }

    @Test
    void aRecordIsOneLine() {
        assertThat(write(Records.full())).doesNotContain("\n", "\r");
    }

    @Test
    void emptyPartsAreLeftOut() {
        assertThat(write(Records.small(3)))
                .isEqualTo("{\"positions\":{\"/var/log/auth.log\":\"17:3\"},\"totals\":{\"failed\":3,\"banned\":0}}");
    }

    @Test
    void keysOfALaterVersionArePassedOver() throws UnreadableRecordException {
        String json = write(Records.small(3)).replaceFirst("\\{", "{\"later\":[{\"a\":1}],");

        assertThat(read(json)).isEqualTo(Records.small(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"totals\":1}",
                "{\"totals\":{\"failed\":\"x\",\"banned\":0}}",
                "{\"ended\":[{\"target\":\"junk\",\"count\":1,\"ended\":\"x\"}],\"totals\":{\"failed\":1,\"banned\":0}}",
                "{\"ended\":[[]],\"totals\":{\"failed\":1,\"banned\":0}}",
                "{\"cleared\":[{}],\"totals\":{\"failed\":1,\"banned\":0}}",
                "{\"banned\":[{\"id\":null}],\"totals\":{\"failed\":1,\"banned\":0}}"
            })
    void whatIsNoRecordIsRefusedWithoutAnyOtherException(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void anEndIsExactToTheNanosecond() throws UnreadableRecordException {
        Optional<Instant> until = Optional.of(Records.TIME.plusNanos(1));
        JailRecord record = new JailRecord(
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(Records.ban("192.0.2.7", until)),
                List.of(),
                JailRecord.Totals.NONE);

        assertThat(read(write(record)).banned().get(0).until()).isEqualTo(until);
    }

    private static String write(JailRecord record) {
        JsonOutput json = new JsonOutput();
        new RecordWriter(json).write(record);
        return json.toString();
    }

    private static JailRecord read(String json) throws UnreadableRecordException {
        return new RecordReader().read(ByteRange.of(json.getBytes(StandardCharsets.UTF_8)));
    }
}
