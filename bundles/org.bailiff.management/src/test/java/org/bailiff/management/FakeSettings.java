// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;

/** Settings that remember what they were told. */
final class FakeSettings implements Settings {
    final List<String> calls = new ArrayList<>();
    long revision = 4;
    String ignored = "127.0.0.1/8, ::1\nhome.example.org";

    @Override
    public ReloadReport reload(boolean dryRun, Caller caller) {
        calls.add("reload " + dryRun + " by " + caller);
        return new ReloadReport(!dryRun, List.of("sshd: maxretry 5 -> 3"), problems());
    }

    @Override
    public void set(String jail, String key, String value, Caller caller) {
        if (value.equals("0")) {
            throw new IllegalArgumentException(key + " = 0 is wrong; it is at least 1", new Foreign());
        }
        ignored = key.equals("ignoreip") ? value : ignored;
        calls.add("set " + jail + " " + key + " " + value + " by " + caller);
    }

    @Override
    public void unset(String jail, String key, Caller caller) {
        calls.add("unset " + jail + " " + key + " by " + caller);
    }

    @Override
    public List<Setting> effective(String jail) {
        return List.of(
                new Setting("ignoreip", ignored, "jail.conf:9"),
                new Setting("maxretry", "5", "jail.conf:7"),
                new Setting("action", "command[ban=\"/bin/true --token S3CR3T\"]", "jail.conf:8"));
    }

    @Override
    public List<Problem> problems() {
        return List.of(new Problem(Problem.Severity.WARNING, "jail.local", 3, "sshd", "nothing reads maxrety"));
    }

    @Override
    public List<Problem> losses() {
        return List.of();
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public String lastReloadResult() {
        return "fine";
    }

    @Override
    public boolean changedNotLoaded() {
        return true;
    }

    /** A class that no client has. */
    static final class Foreign extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
