// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings whose changes, and refused changes, leave a trail. */
class AuditedSettings implements Settings {
    private static final Logger LOG = LoggerFactory.getLogger(AuditedSettings.class);
    private static final String DONE = "done";

    private final Settings settings;
    private final Supplier<Optional<Audit>> audit;
    private final Consumer<String> log;

    /**
     * @param audit who keeps the trail at the moment; without one, changes are only logged
     */
    AuditedSettings(Settings settings, Supplier<Optional<Audit>> audit) {
        this(settings, audit, LOG::info);
    }

    /**
     * @param log is told a sentence of each change that was made
     */
    AuditedSettings(Settings settings, Supplier<Optional<Audit>> audit, Consumer<String> log) {
        this.settings = settings;
        this.audit = audit;
        this.log = log;
    }

    @Override
    public ReloadReport reload(boolean dryRun, Caller caller) {
        long before = settings.revision();
        ReloadReport report = settings.reload(dryRun, caller);
        if (!dryRun) {
            String outcome = report.applied() ? DONE : settings.lastReloadResult();
            record(caller, "reload", "", "revision " + before, "revision " + settings.revision(), outcome);
        }
        return report;
    }

    @Override
    public void set(String jail, String key, String value, Caller caller) {
        recorded("set", jail, key, caller, () -> settings.set(jail, key, value, caller));
    }

    @Override
    public void unset(String jail, String key, Caller caller) {
        recorded("unset", jail, key, caller, () -> settings.unset(jail, key, caller));
    }

    private void recorded(String what, String jail, String key, Caller caller, Runnable change) {
        String subject = SafeText.of(jail + " " + key, 120);
        String before = valueOf(jail, key);
        try {
            change.run();
            String after = valueOf(jail, key);
            record(caller, what, subject, before, after, DONE);
            // 'resume' takes back what may not be there.
            if (what.equals("set") || !before.equals(after)) {
                log.accept(SafeText.of(
                        what + " " + subject + " by " + caller + ": '" + before + "' -> '" + after + "'", 500));
            }
        } catch (IllegalArgumentException | IllegalStateException refused) {
            record(caller, what, subject, before, valueOf(jail, key), refused.getMessage());
            throw refused;
        }
    }

    private void record(Caller caller, String what, String subject, String before, String after, String outcome) {
        audit.get()
                .ifPresentOrElse(
                        trail -> trail.record(caller, what, subject, before, after, outcome),
                        () -> LOG.warn(
                                "Without an audit trail: {} {} by {}, from '{}' to '{}': {}",
                                what,
                                subject,
                                caller,
                                before,
                                after,
                                outcome));
    }

    private String valueOf(String jail, String key) {
        try {
            return settings.effective(jail).stream()
                    .filter(setting -> setting.key().equalsIgnoreCase(key))
                    .map(Setting::value)
                    .findFirst()
                    .orElse("");
        } catch (IllegalArgumentException noSuchJail) {
            // The change itself is refused with that sentence.
            return "";
        }
    }

    @Override
    public List<Setting> effective(String jail) {
        return settings.effective(jail);
    }

    @Override
    public List<Problem> problems() {
        return settings.problems();
    }

    @Override
    public List<Problem> losses() {
        return settings.losses();
    }

    @Override
    public long revision() {
        return settings.revision();
    }

    @Override
    public String lastReloadResult() {
        return settings.lastReloadResult();
    }

    @Override
    public boolean changedNotLoaded() {
        return settings.changedNotLoaded();
    }
}
