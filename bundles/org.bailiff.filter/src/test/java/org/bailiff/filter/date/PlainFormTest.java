// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

class PlainFormTest {
    private static final List<String> LINES = List.of(
            "Nov 23 02:20:22 h x",
            "Dec  1 23:59:59 h",
            "May 05 00:00:00 10.0.0.1 x",
            "Nov 23 02:20:22 2026 x",
            "2026-11-22T10:00:00.123456+01:00 h x",
            "2026-02-29 10:00:00,250 [x]",
            "2039-12-31T23:59:59Z h",
            "2026-11-22 10:00:00 h",
            "2026-11-22 10:00:00 +0200 x");
    private static final String PIECES = " :.,+-TZ0123459xNovDecUGMT[_";

    private final Random random = new Random(Long.getLong("bailiff.seed", 7));
    private int certain;

    @Test
    void whatIsReadByHandIsWhatTheRegexFinds() throws RegexSyntaxException {
        List<DatePattern> patterns = UsualDates.all();
        for (int count = 0; count < 50_000; count++) {
            String line = changed(LINES.get(count % LINES.size()));
            for (DatePattern pattern : patterns) {
                pattern.plainForm().ifPresent(form -> check(form, pattern, line));
            }
        }
        assertThat(certain).isGreaterThan(5_000);
    }

    private void check(PlainForm form, DatePattern pattern, String line) {
        byte[] bytes = ("xx" + line + "23:59").getBytes(StandardCharsets.US_ASCII);
        DateFields byHand = new DateFields();
        int end = form.read(bytes, 2, 2 + line.length(), byHand);
        if (end == PlainForm.UNKNOWN) {
            return;
        }
        certain++;
        Matcher matcher = pattern.rule().regex().pattern().matcher(line);
        assertThat(matcher.lookingAt()).as(line).isTrue();
        assertThat(pattern.start(matcher)).as(line).isZero();
        assertThat(pattern.end(matcher)).as(line).isEqualTo(end - 2);
        DateFields fields = DateFields.of(pattern.fields(matcher));
        assertThat(byHand.saySame(fields)).as(line).isTrue();
        checkOutlook(pattern, line, end - 2);
    }

    /** What stands behind the outlook changes nothing. */
    private void checkOutlook(DatePattern pattern, String line, int end) {
        String known = line.substring(0, end + PlainForm.OUTLOOK);
        for (String behind : new String[] {"", "0", "6", " ", "T", ":", "Z", "x", "2026 x"}) {
            Matcher matcher = pattern.rule().regex().pattern().matcher(known + behind);
            assertThat(matcher.lookingAt()).as(known + behind).isTrue();
            assertThat(pattern.end(matcher)).as(known + behind).isEqualTo(end);
        }
    }

    private String changed(String line) {
        StringBuilder changed = new StringBuilder(line);
        for (int count = random.nextInt(4); count > 0; count--) {
            int at = random.nextInt(Math.min(changed.length(), 34));
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, piece);
                case 1 -> changed.insert(at, piece);
                default -> changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    @Test
    void theUsualDatesAreReadByHand() throws RegexSyntaxException {
        for (String line : List.of(LINES.get(0), LINES.get(4), LINES.get(7))) {
            byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);

            assertThat(UsualDates.all().stream()
                            .flatMap(pattern -> pattern.plainForm().stream())
                            .filter(form -> form.read(bytes, 0, bytes.length, new DateFields()) > 0))
                    .as(line)
                    .hasSize(1);
        }
    }

    @Test
    void soAreTheUsualDatesThatADefinitionWantsAtTheLineBegin() throws RegexSyntaxException {
        assertThat(UsualDates.within("{^LN-BEG}", "", 1))
                .filteredOn(pattern -> pattern.plainForm().isPresent())
                .hasSize(2);
        assertThat(UsualDates.within("{^LN-BEG}", "x", 1))
                .noneMatch(pattern -> pattern.plainForm().isPresent());
    }

    @Test
    void aDateThatDoesNotExistTellsNoTime() {
        DateFields fields = new DateFields();
        byte[] bytes = "2026-02-30T00:00:00Z x".getBytes(StandardCharsets.US_ASCII);

        assertThat(new IsoForm().read(bytes, 0, bytes.length, fields)).isEqualTo(20);
        assertThat(DateCompletion.instant(fields, Instant.EPOCH, ZoneOffset.UTC))
                .isEmpty();
    }
}
