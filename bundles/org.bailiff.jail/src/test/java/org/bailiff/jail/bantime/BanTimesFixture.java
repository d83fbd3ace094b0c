// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.jail.Keys;
import org.bailiff.text.Network;

/** Ban times read from keys, as a jail reads them. */
final class BanTimesFixture {
    static final Network TARGET = Network.parse("192.0.2.7");
    static final String SEED = "a seed";

    final Keys keys;
    final BanTimes banTimes;

    /**
     * @param keys {@code KEY=VALUE} separated by {@code ;}, without {@code bantime.increment}, which is on, unless set
     */
    BanTimesFixture(String keys) {
        this(values(keys), SEED);
    }

    BanTimesFixture(Map<String, String> values, String seed) {
        Map<String, Setting> settings = new HashMap<>();
        values.forEach((key, text) -> settings.put(key, new Setting(key, text, "jail.local:7")));
        keys = new Keys(new JailConfiguration("sshd", settings));
        banTimes = BanTimesReader.read(keys, seed);
    }

    private static Map<String, String> values(String keys) {
        Map<String, String> values = new HashMap<>(Map.of("bantime.increment", "yes"));
        for (String key : keys.split(";")) {
            String[] parts = key.split("=", 2);
            values.put(parts[0].strip(), parts[1].strip());
        }
        return values;
    }

    /** How long a ban lasts of a target that was banned so often before. */
    long seconds(int pastBans) {
        return banTimes.of(TARGET, pastBans + 1).toSeconds();
    }

    List<String> problems() {
        return keys.problems().stream().map(Problem::toString).toList();
    }
}
