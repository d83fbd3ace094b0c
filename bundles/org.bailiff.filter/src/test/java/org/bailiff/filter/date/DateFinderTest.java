// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.bailiff.api.filter.FilterException;
import org.bailiff.dialect.Origin;
import org.bailiff.filter.definition.SourceRegex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFinderTest {
    private static final Instant ARRIVAL = Instant.parse("2026-11-23T02:20:30Z");

    private static DateFinder finder(ZoneId zone, String... patterns) throws FilterException {
        return DateFinder.of(
                List.of(patterns).stream()
                        .map(text -> new SourceRegex("datepattern", 1, text, new Origin("test.conf", 7)))
                        .toList(),
                zone);
    }

    private static Optional<FoundDate> find(DateFinder finder, String line, Instant arrival) {
        return finder.find(
                arrival,
                (rule, reach) -> {
                    Matcher matcher = rule.regex().pattern().matcher(line);
                    return matcher.find() ? Optional.of(matcher) : Optional.empty();
                },
                null);
    }

    private static String read(String line, String... patterns) throws FilterException {
        Optional<FoundDate> found = find(finder(ZoneOffset.UTC, patterns), line, ARRIVAL);
        return found.map(date -> date.instant().map(Instant::toString).orElse("none") + "|" + date.cutOutOf(line))
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Nov 23 02:20:22 h x~2026-11-23T02:20:22Z| h x",
                "<86>Nov  3 02:20:22 h x~2026-11-03T02:20:22Z|<86> h x",
                "Mon Nov 23 02:20:22 2026 x~2026-11-23T02:20:22Z| x",
                "Nov 23 02:20:22 2001:db8::22 x~2026-11-23T02:20:22Z| 2001:db8::22 x",
                "2026-11-22T10:00:00.123456+01:00 h x~2026-11-22T09:00:00.123456Z| h x",
                "2026-11-22T10:00:00Z x~2026-11-22T10:00:00Z| x",
                "2026-11-22 10:00:00,250 x~2026-11-22T10:00:00.250Z| x",
                "2026-11-22 10:00:00 +0200 x~2026-11-22T08:00:00Z| x",
                "[2026-11-22 10:00:00] x~2026-11-22T10:00:00Z|[] x",
                "192.0.2.1 - - [22/Nov/2026:10:00:00 +0100] \"GET~2026-11-22T09:00:00Z|192.0.2.1 - - [] \"GET",
                "2026/11/22 10:00:00 [error]~2026-11-22T10:00:00Z| [error]",
                "22-11-2026 10:00:00 x~2026-11-22T10:00:00Z| x",
                "11/22/2026:10:00:00 x~2026-11-22T10:00:00Z| x",
                "11-22-2026 10:00:00 x~2026-11-22T10:00:00Z| x",
                "261122 10:00:00 x~2026-11-22T10:00:00Z| x",
                "Nov 22, 2026 10:00:00 PM x~2026-11-22T22:00:00Z| x",
                "<11/22/26@10:00:00> x~2026-11-22T10:00:00Z| x",
                "Nov-22-26 10:00:00 x~2026-11-22T10:00:00Z| x",
                "CET Nov 22 10:00:00 x~2026-11-22T09:00:00Z| x",
                "+0200 Nov 22 10:00:00 x~2026-11-22T08:00:00Z| x",
                "2026-11-22T10:00:00-01:30 x~2026-11-22T11:30:00Z| x",
                "2026-11-22T10:00:00+0080 x~2026-11-22T08:40:00Z| x",
                "02:00:00 x~2026-11-23T02:00:00Z| x",
                "23:00:00 x~2026-11-22T23:00:00Z| x",
                "@400000006a1f9a0a0b0d27c4 x~2026-06-03T03:05:46.185411524Z| x",
                "type=USER msg=audit(1795341622.500:603): x~2026-11-22T10:00:22.500Z|type=USER msg=audit(:603): x",
                "20261122T100000Z x~2026-11-22T10:00:00Z| x",
                "1795341622.500 x~2026-11-22T10:00:22.500Z| x",
                "user 1795341622 x~none",
                "2026-02-30 10:00:00 x~none| x",
                "no date at all~none",
            })
    void theUsualFormatsAreFoundAndCutOut(String line, String expected) throws FilterException {
        assertThat(read(line)).isEqualTo(expected);
    }

    @Test
    void theLeftmostDateIsTheLines() throws FilterException {
        assertThat(read("Nov 23 02:20:22 h user 2020-01-01T00:00:00Z"))
                .isEqualTo("2026-11-23T02:20:22Z| h user 2020-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // the old year's last second, read in the new one
        "Dec 31 23:59:59, 2027-01-01T00:00:01Z, 2026-12-31T23:59:59Z",
        // a clock that runs ahead over the new year
        "Jan  1 00:00:05, 2026-12-31T23:59:58Z, 2027-01-01T00:00:05Z",
        "Nov 24 02:20:22, 2026-11-23T02:20:30Z, 2026-11-24T02:20:22Z",
        "Nov 25 02:20:22, 2026-11-23T02:20:30Z, 2025-11-25T02:20:22Z",
        "Feb 29 12:00:00, 2026-11-23T02:20:30Z, 2024-02-29T12:00:00Z",
    })
    void aMissingYearIsTheLatestThatPutsItIntoThePast(String date, Instant arrival, Instant expected)
            throws FilterException {
        assertThat(find(finder(ZoneOffset.UTC), date + " x", arrival)
                        .orElseThrow()
                        .instant())
                .contains(expected);
    }

    @Test
    void anHourThatComesTwiceIsTheLaterOneAsSoonAsThatIsPast() throws FilterException {
        DateFinder finder = finder(ZoneId.of("Europe/Berlin"));
        String line = "2026-10-25 02:30:00 door bad login";

        assertThat(time(finder, line, "2026-10-25T00:30:05Z")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(time(finder, line, "2026-10-25T01:29:58Z")).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(time(finder, line, "2026-10-25T09:00:00Z")).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void anHourThatDoesNotComeIsTheOneBehindIt() throws FilterException {
        DateFinder finder = finder(ZoneId.of("Europe/Berlin"));

        assertThat(time(finder, "2026-03-29 02:30:00 door bad login", "2026-03-29T09:00:00Z"))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    private static Instant time(DateFinder finder, String line, String arrival) {
        return find(finder, line, Instant.parse(arrival))
                .flatMap(FoundDate::instant)
                .orElseThrow();
    }

    @Test
    void aDateWithoutAZoneIsInTheJails() throws FilterException {
        DateFinder berlin = finder(ZoneId.of("Europe/Berlin"));

        assertThat(find(berlin, "Jul  1 12:00:00 x", ARRIVAL).orElseThrow().instant())
                .contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(find(berlin, "2026-11-22 12:00:00 x", ARRIVAL).orElseThrow().instant())
                .contains(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "^%Y-%m-%d %H:%M:%S ~ 2026-1-2 3:04:05 x ~ 2026-01-02T03:04:05Z| x",
                "{^LN-BEG}%d/%m/%y %I:%M:%S %p ~ 22/11/26 01:02:03 PM x ~ 2026-11-22T13:02:03Z| x",
                "time=%Y%j%H ~ a time=202600112 x ~ 2026-01-01T12:00:00Z|a  x",
                "%H:%M:%S ~ 02:00:00 x ~ 2026-11-23T02:00:00Z| x",
                "{EPOCH} ~ msg(1795341622.250) x ~ 2026-11-22T10:00:22.250Z|msg() x",
                "Epoch ~ 1795341622 x ~ 2026-11-22T10:00:22Z| x",
                "at:{DATE} ~ 2020-01-01 00:00:00 at:Nov 23 02:20:22 x ~ 2026-11-23T02:20:22Z|2020-01-01 00:00:00  x",
                "{NONE} ~ Nov 23 02:20:22 x ~ none",
            })
    void aDefinitionMayNameItsOwn(String pattern, String line, String expected) throws FilterException {
        assertThat(read(line, pattern)).isEqualTo(expected);
    }

    @Test
    void anUnknownDirectiveIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> finder(ZoneOffset.UTC, "%Y-%q"))
                .isInstanceOf(FilterException.class)
                .hasMessageStartingWith("test.conf:7: datepattern 1: '%q' is not a part of dates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // the first brackets without a name say what is cut out
                "^[^\\[]*\\[({DATE})~192.0.2.1 - [22/Nov/2026:10:00:00 +0100] x~192.0.2.1 - [] x",
                "^at (%Y-%m-%d) (%H:%M)~at 2026-11-22 10:00 x~at  10:00 x",
                // without them, all is
                "^t=%Y-%m-%dT%H:%M:%S%z~t=2026-11-22T10:00:00+0100 x~ x",
                // what a bracket stands before stays
                "{^LN-BEG}~[2026-11-22 10:00:00] x~[] x",
                "{^LN-BEG}~<<<2026-11-22 10:00:00> x~<<<2026-11-22 10:00:00> x",
                // no part of a word, unless the pattern says so
                "%Y-%m-%d~x2026-11-22y~x2026-11-22y",
                "{UNB}%Y-%m-%d~x2026-11-22y~xy",
                "**%Y-%m-%d~x2026-11-22 y~x y",
                "%Y-%m-%d**~x 2026-11-22y~x y",
                // looked at, and nothing cut
                "^WARNING:()**~WARNING: x~WARNING: x",
                // words before a date that could be a zone
                "{DATE}~info Nov 22 10:00:00 x~ x",
            })
    void whatIsCutOutIsWhatThePatternSays(String pattern, String line, String rest) throws FilterException {
        assertThat(find(finder(ZoneOffset.UTC, pattern), line, ARRIVAL)
                        .map(date -> date.cutOutOf(line))
                        .orElse(line))
                .isEqualTo(rest);
    }

    @Test
    void theFormThatTheLastDateHadIsLookedForFirst() throws FilterException {
        DateFinder finder = finder(ZoneOffset.UTC, "%d/%m/%Y", "%m/%d/%Y");
        DatePlace american = new DatePlace(2, 0);
        List<Integer> asked = new ArrayList<>();

        FoundDate found = finder.find(
                        ARRIVAL,
                        (rule, reach) -> {
                            asked.add(rule.number());
                            Matcher matcher = rule.regex().pattern().matcher("11/02/2026 x");
                            return matcher.find() ? Optional.of(matcher) : Optional.empty();
                        },
                        american)
                .orElseThrow();

        assertThat(asked).containsExactly(2);
        assertThat(found.instant()).contains(Instant.parse("2026-11-02T00:00:00Z"));
    }

    @Test
    void whereTheLastDateStoodIsNoPlaceForAnother() throws FilterException {
        DateFinder finder = finder(ZoneOffset.UTC);
        String line = "2026-11-22 10:00:00 text with Nov 20 10:00:00";

        FoundDate found = finder.find(
                        ARRIVAL,
                        (rule, reach) -> {
                            Matcher matcher = rule.regex().pattern().matcher(line);
                            return matcher.find() ? Optional.of(matcher) : Optional.empty();
                        },
                        new DatePlace(16, 29))
                .orElseThrow();

        assertThat(found.instant()).contains(Instant.parse("2026-11-22T10:00:00Z"));
    }
}
