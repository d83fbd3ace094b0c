// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bailiff.api.Caller;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.Jail;
import org.bailiff.dialect.PublicValue;
import org.bailiff.management.show.TextTable;
import org.bailiff.text.SafeText;

/** The configuration as callers ask for it and change it, while its service may come and go. Thread-safe. */
public final class ConfigurationAccess {
    private final Supplier<Optional<Settings>> settings;
    private final Supplier<Caller> caller;

    /**
     * @param caller who is calling on this thread
     */
    public ConfigurationAccess(Supplier<Optional<Settings>> settings, Supplier<Caller> caller) {
        this.settings = settings;
        this.caller = caller;
    }

    /** A property of the configuration, or the other value while its service is not there. */
    <T> T read(Function<Settings, T> property, T otherwise) {
        return settings.get().map(property).orElse(otherwise);
    }

    void set(String jail, String key, String value) {
        present().set(jail, key, value, caller.get());
    }

    /** Changes a value by what it is now; an empty text if it is not set. One after the other, so that no change is lost. */
    synchronized void change(String jail, String key, UnaryOperator<String> change) {
        String now = present().effective(jail).stream()
                .filter(setting -> setting.key().equals(key))
                .map(Setting::value)
                .findFirst()
                .orElse("");
        set(jail, key, change.apply(now));
    }

    String unset(String jail, String key) {
        present().unset(jail, key, caller.get());
        return "the files' value of " + SafeText.of(key) + " counts again in jail " + jail;
    }

    String reload(boolean dryRun) {
        ReloadReport report = present().reload(dryRun, caller.get());
        List<String> lines = new ArrayList<>();
        lines.add(headline(report, dryRun));
        report.changes().forEach(change -> lines.add(SafeText.of(change)));
        report.problems().forEach(problem -> lines.add(SafeText.of(problem.toString())));
        return String.join("\n", lines);
    }

    private static String headline(ReloadReport report, boolean dryRun) {
        int changes = report.changes().size();
        if (dryRun) {
            return "changes that a reload would make: " + changes;
        }
        return report.applied() ? "changes made: " + changes : "nothing changed: the configuration is wrong";
    }

    /** The values in force of the jails, with their origins, and what is wrong. */
    String text(List<Jail> jails) {
        Settings present = present();
        StringBuilder text = new StringBuilder();
        for (Jail jail : jails) {
            TextTable table = new TextTable("[" + jail.name() + "]", "", "");
            for (Setting setting : present.effective(jail.name())) {
                table.row(setting.key(), "= " + shown(setting), "# " + setting.origin());
            }
            text.append(table).append('\n');
        }
        present.problems()
                .forEach(problem -> text.append(SafeText.of(problem.toString())).append('\n'));
        if (present.changedNotLoaded()) {
            text.append("The files have changed and are not loaded; reload loads them.\n");
        }
        return text.toString();
    }

    /** What programs are given may be a secret. */
    private String shown(Setting setting) {
        return caller.get().isAdministrator() ? setting.value() : PublicValue.of(setting.key(), setting.value());
    }

    private Settings present() {
        return settings.get()
                .orElseThrow(() -> new IllegalStateException(
                        "the configuration is not there; see in the log why bundle org.bailiff.config does not run"));
    }
}
