// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    private static String page(Form form, Snapshot snapshot) {
        return new String(new Pages(() -> snapshot, () -> Samples.NOW).page(form), StandardCharsets.UTF_8);
    }

    private static List<String> lines(Form form, Snapshot snapshot) {
        return page(form, snapshot).lines().toList();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theCommonNamesAreThere(Form form) {
        List<String> lines = lines(form, Samples.of(Samples.jail("sshd")));

        assertThat(lines)
                .contains(
                        "f2b_up 1",
                        "f2b_errors{type=\"action\"} 4",
                        "f2b_errors{type=\"source\"} 3",
                        "f2b_errors{type=\"store\"} 8",
                        "f2b_jail_count 1",
                        "f2b_jail_banned_current{jail=\"sshd\"} 15",
                        "f2b_jail_banned_total{jail=\"sshd\"} 31",
                        "f2b_jail_failed_current{jail=\"sshd\"} 6",
                        "f2b_jail_failed_total{jail=\"sshd\"} 125",
                        "f2b_config_jail_ban_time{jail=\"sshd\"} 600",
                        "f2b_config_jail_find_time{jail=\"sshd\"} 600",
                        "f2b_config_jail_max_retries{jail=\"sshd\"} 5",
                        "f2b_version{exporter=\"bailiff 0.1.0\",fail2ban=\"bailiff 0.1.0\"} 1");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whatOnlyBailiffKnowsIsThere(Form form) {
        List<String> lines = lines(form, Samples.of(Samples.jail("sshd")));

        assertThat(lines)
                .contains(
                        "bailiff_build_info{version=\"0.1.0\"} 1",
                        "bailiff_state{bailiff_state=\"RUNNING\"} 1",
                        "bailiff_state{bailiff_state=\"DEGRADED\"} 0",
                        "bailiff_uptime_seconds 90",
                        "bailiff_lines_cut_total 1",
                        "bailiff_detection_to_ban_seconds{quantile=\"0.5\"} 3.0E-4",
                        "bailiff_detection_to_ban_seconds{quantile=\"0.99\"} 0.001",
                        "bailiff_config_revision 4",
                        "bailiff_store_size_bytes 2048",
                        "bailiff_store_corrupt_records_total 8",
                        "bailiff_store_restore_seconds 0.02",
                        "bailiff_filter_revision{filter=\"sshd\"} 2",
                        "bailiff_filter_refused{filter=\"sshd\"} 1",
                        "bailiff_jail_healthy{jail=\"sshd\"} 1",
                        "bailiff_jail_lines_read_total{jail=\"sshd\"} 1000",
                        "bailiff_jail_lines_matched_total{jail=\"sshd\"} 130",
                        "bailiff_jail_lines_ignored_total{jail=\"sshd\"} 20",
                        "bailiff_jail_lines_missed_total{jail=\"sshd\"} 850",
                        "bailiff_jail_searches_cut_off_total{jail=\"sshd\"} 9",
                        "bailiff_jail_tracked_addresses{jail=\"sshd\"} 7",
                        "bailiff_jail_match_seconds{jail=\"sshd\",quantile=\"0.99\"} 1.25E-5",
                        "bailiff_jail_last_match_timestamp_seconds{jail=\"sshd\"} 1.7935344015E9",
                        "bailiff_jail_state{jail=\"sshd\",bailiff_jail_state=\"ACTIVE\"} 1",
                        "bailiff_jail_state{jail=\"sshd\",bailiff_jail_state=\"FAILED\"} 0",
                        "bailiff_source_position_bytes{jail=\"sshd\",source=\"/var/log/auth.log\",kind=\"file\"} 4096",
                        "bailiff_source_lag_bytes{jail=\"sshd\",source=\"/var/log/auth.log\",kind=\"file\"} 17",
                        "bailiff_source_rotations_total{jail=\"sshd\",source=\"/var/log/auth.log\",kind=\"file\"} 2",
                        "bailiff_action_healthy{jail=\"sshd\",action=\"xt_recent\"} 1",
                        "bailiff_action_entries{jail=\"sshd\",action=\"xt_recent\"} 5",
                        "bailiff_action_entries_pending{jail=\"sshd\",action=\"xt_recent\"} 1",
                        "bailiff_action_entries_max{jail=\"sshd\",action=\"xt_recent\"} 100",
                        "bailiff_action_entries_foreign{jail=\"sshd\",action=\"xt_recent\"} 2",
                        "bailiff_action_entries_proven{jail=\"sshd\",action=\"xt_recent\"} 3",
                        "bailiff_action_errors_total{jail=\"sshd\",action=\"xt_recent\"} 4",
                        "bailiff_action_evicted_total{jail=\"sshd\",action=\"xt_recent\"} 1",
                        "bailiff_action_lapsed_total{jail=\"sshd\",action=\"xt_recent\"} 0",
                        "bailiff_action_delisted_by_hand_total{jail=\"sshd\",action=\"xt_recent\"} 6",
                        "bailiff_action_latency_seconds{jail=\"sshd\",action=\"xt_recent\",quantile=\"0.99\"} 2.5E-4");
    }

    @Test
    void openMetricsDescribesAFamilyWithoutTheSuffixOfItsValuesAndWithItsUnit() {
        String page = page(Form.OPENMETRICS, Samples.of(Samples.jail("sshd")));

        assertThat(page)
                .contains("# TYPE f2b_jail_banned counter\nf2b_jail_banned_total{")
                .contains("# TYPE f2b_errors unknown\n")
                .contains("# TYPE bailiff_build info\nbailiff_build_info{")
                .contains("# TYPE bailiff_jail_state stateset\n")
                .contains("# TYPE bailiff_uptime_seconds gauge\n# UNIT bailiff_uptime_seconds seconds\n")
                .endsWith("\n# EOF\n");
    }

    @Test
    void prometheusTextDescribesAFamilyByTheNameOfItsValues() {
        String page = page(Form.PROMETHEUS, Samples.of(Samples.jail("sshd")));

        assertThat(page)
                .contains("# TYPE f2b_jail_banned_total counter\nf2b_jail_banned_total{")
                .contains("# TYPE f2b_errors untyped\n")
                .contains("# TYPE bailiff_build_info gauge\n")
                .contains("# TYPE bailiff_jail_state gauge\n")
                .doesNotContain("# UNIT")
                .doesNotContain("# EOF");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aFamilyIsDescribedOnceAndItsValuesStandTogether(Form form) {
        List<String> types = lines(form, Samples.of(Samples.jail("sshd"), Samples.jail("nginx"))).stream()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .toList();

        assertThat(types).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theProcessTellsOfItself(Form form) {
        String page = page(form, Samples.of());

        assertThat(page)
                .contains("jvm_memory_used_bytes{area=\"heap\"} ")
                .contains("jvm_threads_current ")
                .contains("process_cpu_seconds_total ")
                .contains("process_resident_memory_bytes ")
                .contains("process_start_time_seconds ");
    }

    @Test
    void whatAnAttackerNamesAFileStaysATextWithinItsQuotes() {
        String evil = "/var/log/x\"} 1\nf2b_up 0\n\\\u001b[31m\u202e";

        List<String> lines = lines(
                Form.OPENMETRICS,
                Samples.of(Samples.jail("sshd", List.of(Samples.source(evil)), List.of(Samples.action("a\"\\\n")))));

        assertThat(lines).contains("f2b_up 1").doesNotContain("f2b_up 0");
        assertThat(lines)
                .contains(
                        "bailiff_source_rotations_total{jail=\"sshd\",source=\"/var/log/x\\\"} 1\\\\x0af2b_up 0\\\\x0a"
                                + "\\\\\\\\x1b[31m\\\\u{202e}\",kind=\"file\"} 2")
                .contains("bailiff_action_writes_total{jail=\"sshd\",action=\"a\\\"\\\\\\\\x0a\"} 40");
    }

    @Test
    void twoThatLookTheSameAreToldOnceBecauseAScraperWouldRefuseThePage() {
        String longPath = "/" + "x".repeat(300);

        List<String> lines = lines(
                Form.PROMETHEUS,
                Samples.of(Samples.jail(
                        "sshd",
                        List.of(Samples.source(longPath + "1"), Samples.source(longPath + "2")),
                        List.of(Samples.action("log"), Samples.action("log")))));

        assertThat(lines.stream().filter(line -> line.startsWith("bailiff_source_errors_total")))
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.startsWith("bailiff_action_errors_total")))
                .hasSize(1);
    }

    @Test
    void whatThereIsNotIsNotTold() {
        JailStatus idle = new JailStatus(
                "idle",
                JailState.WAITING,
                "its log is not there",
                "sshd",
                List.of(new SourceStatus("journal", "journal", SourceStatus.State.WAITING, "", -1, -1, 0, 0, 0, 0)),
                List.of(new ActionStatus(
                        "log", ActionStatus.State.READY, "", ActionStatus.Entries.NONE, ActionStatus.Totals.NONE)),
                BanTime.PERMANENT,
                Duration.ofMinutes(10),
                5,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                0,
                Duration.ZERO,
                List.of());
        DaemonStatus daemon = new DaemonStatus(
                DaemonStatus.State.STARTING,
                "",
                "0.1.0",
                Samples.START,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                Duration.ZERO);

        String page = page(
                Form.OPENMETRICS, new Snapshot(daemon, List.of(idle), Optional.empty(), Optional.empty(), List.of()));

        assertThat(page)
                .doesNotContain("position_bytes", "lag_bytes", "entries_max", "_latency_", "last_match", "quantile")
                .doesNotContain("bailiff_store", "bailiff_config_", "bailiff_filter")
                .doesNotContain("NaN")
                .contains("f2b_config_jail_ban_time{jail=\"idle\"} -1\n")
                .contains("bailiff_jail_healthy{jail=\"idle\"} 0\n");
    }

    @Test
    void aGlobOverThousandsOfFilesIsCutOffAndThatIsSaid() {
        List<SourceStatus> sources = IntStream.range(0, Rows.MOST + 5)
                .mapToObj(index -> Samples.source("/var/log/" + index))
                .toList();

        List<String> lines = lines(Form.PROMETHEUS, Samples.of(Samples.jail("sshd", sources, List.of())));

        assertThat(lines).contains("bailiff_sources_omitted 5");
        assertThat(lines.stream().filter(line -> line.startsWith("bailiff_source_errors_total")))
                .hasSize(Rows.MOST);
    }

    @Test
    void aThousandJailsMakeAPageThatFitsIntoASmallHeap() {
        byte[] page = new Pages(() -> Samples.ofJails(1000), () -> Samples.NOW).page(Form.OPENMETRICS);

        assertThat(page.length).isLessThan(5_000_000);
        assertThat(Arrays.stream(new String(page, StandardCharsets.UTF_8).split("\n"))
                        .filter(line -> line.startsWith("f2b_jail_banned_total{")))
                .hasSize(1000);
    }
}
