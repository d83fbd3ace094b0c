// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.bantime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.itests.conformance.Oracle;
import org.bailiff.jail.Keys;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.bantime.BanTimesReader;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bans of offenders with a past, and what their failures weigh: Bailiff and a running fail2ban come to the same numbers. */
class BanTimesIT {
    private static final List<Integer> PAST_BANS = List.of(0, 1, 2, 3, 6, 19, 20, 21);
    private static final List<Integer> WEIGHED = List.of(1, 2, 3, 4, 5, 8, 10);
    private static final Pattern CALCULATED = Pattern.compile("\\[case\\d+] Observer: ban found ");
    private static final Pattern LAST_CALCULATED = Pattern.compile("\\[last] Observer: ban found ");
    private static final Pattern WEIGHT =
            Pattern.compile("\\[weights] Found \\S+, bad - .*, (?<bans>\\d+) # -> (?<weight>\\d+)");

    /** The keys of the jails case0, case1, ... */
    private static final List<String> CASES = List.of(
            "bantime = 600",
            "bantime = -1",
            "bantime = 7\nbantime.factor = 1.3",
            "bantime = 600\nbantime.factor = 3.0 / 4.2\nbantime.maxtime = 1h30m",
            "bantime = 600\nbantime.maxtime = 100",
            "bantime = 600\nbantime.multipliers = 7 5 30 60\nbantime.factor = 3",
            "bantime = 600\nbantime.formula = ban.Time + 99\nbantime.multipliers = 4",
            "bantime = 600\nbantime.factor = 2\nbantime.maxtime = 52w\n"
                    + "bantime.formula = ban.Time * math.exp(float(ban.Count + 1) * banFactor) / math.exp(1 * banFactor)",
            "bantime = 600\nbantime.formula = ban.Time * (1 + math.log(ban.Count + 1, 2))",
            "bantime = 600\nbantime.formula = ban.Time*10 if 1 < ban.Count < 5 and not ban.Count == 3 else ban.Time*2",
            "bantime = 601\nbantime.formula = ban.Time*3//2 + -7//2 + (-7) %% 3 + round(2.5) + int(-2.7)",
            "bantime = 600\nbantime.formula = min(ban.Time << ban.Count >> 1, 2**15 - 1)",
            "bantime = 600\nbantime.formula = ban.Time * 6 / abs(ban.Count - 2)\nbantime.maxtime = 2000");

    private static RunningFail2ban fail2ban;

    @BeforeAll
    static void start() throws IOException {
        Oracle.require();
        Map<String, String> jails = new TreeMap<>();
        for (int index = 0; index < CASES.size(); index++) {
            jails.put("case" + index, "bantime.increment = true\nmaxretry = 1\n" + CASES.get(index));
        }
        jails.put("last", "bantime.increment = true\nmaxretry = 1");
        jails.put("weights", "bantime.increment = true\nmaxretry = 10000");
        fail2ban = new RunningFail2ban(jails);
    }

    @AfterAll
    static void stop() throws IOException {
        if (fail2ban != null) {
            fail2ban.close();
        }
    }

    private static String offender(int pastBans) {
        return "192.0.2." + (100 + pastBans);
    }

    private static void offend(String jail, List<Integer> offenders) throws IOException {
        List<String> past = new ArrayList<>();
        offenders.stream()
                .filter(bans -> bans > 0)
                .forEach(bans -> past.addAll(List.of(jail, offender(bans), String.valueOf(bans))));
        fail2ban.remember(past);
        fail2ban.fail(jail, offenders.stream().map(BanTimesIT::offender).toList());
    }

    private static BanTimes bailiff(String keys) {
        Map<String, Setting> settings = new HashMap<>();
        ("bantime.increment = true\n" + keys).lines().forEach(line -> {
            String[] parts = line.replace("%%", "%").split(" = ", 2);
            settings.put(parts[0], new Setting(parts[0], parts[1], "jail.local:1"));
        });
        return BanTimesReader.read(new Keys(new JailConfiguration("case", settings)), "a seed");
    }

    @Test
    void bansLastAsLong() throws IOException {
        for (int index = 0; index < CASES.size(); index++) {
            offend("case" + index, PAST_BANS);
        }
        fail2ban.logged(CALCULATED, CASES.size() * PAST_BANS.size());
        // Its observer is one thread: when it comes to this ban, it has calculated all others.
        offend("last", List.of(0));
        fail2ban.logged(LAST_CALCULATED, 1);

        for (int index = 0; index < CASES.size(); index++) {
            BanTimes banTimes = bailiff(CASES.get(index));
            Map<String, Long> ours = new TreeMap<>();
            PAST_BANS.forEach(bans -> ours.put(
                    offender(bans),
                    banTimes.of(Network.parse(offender(bans)), bans + 1).toSeconds()));
            assertThat(ours).as(CASES.get(index)).isEqualTo(fail2ban.bans("case" + index));
        }
    }

    @Test
    void failuresOfKnownOffendersWeighAsMuch() throws IOException {
        BanTimes banTimes = bailiff("bantime = 600");

        offend("weights", WEIGHED);

        List<Matcher> theirs = fail2ban.logged(WEIGHT, WEIGHED.size());
        assertThat(theirs).hasSize(WEIGHED.size()).allSatisfy(found -> assertThat(
                        banTimes.weight(Integer.parseInt(found.group("bans"))))
                .isEqualTo(Integer.parseInt(found.group("weight"))));
    }
}
