// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.AreaState;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.bailiff.dialect.Origin;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Component;

/** Refuses what {@code bailiff.conf} cannot say of the log of decisions. */
@Component(service = {DaemonCheck.class, DecisionsCheck.class})
public final class DecisionsCheck implements DaemonCheck {
    private final AreaState state = new AreaState();

    @Override
    public String area() {
        return DecisionsSettings.AREA;
    }

    @Override
    public List<Problem> check(Map<String, Setting> settings) {
        List<Problem> problems = new ArrayList<>();
        settings.forEach((key, setting) -> {
            if (!key.equals(DecisionsSettings.FILE)) {
                problems.add(problem(
                        setting,
                        "'" + DecisionsSettings.AREA + "." + SafeText.of(key, 60)
                                + "' is no key of this file; did you mean decisions.file?"));
            } else {
                try {
                    DecisionsSettings.of(setting.value());
                } catch (IllegalArgumentException wrong) {
                    problems.add(problem(setting, wrong.getMessage()));
                }
            }
        });
        return problems;
    }

    /** What has become of it, for the component to tell. */
    AreaState state() {
        return state;
    }

    @Override
    public List<Problem> troubles() {
        return state.troubles();
    }

    @Override
    public boolean isSettled(Map<String, Setting> settings) {
        return state.isSettled(settings);
    }

    static Problem problem(Setting setting, String message) {
        Origin origin = Origin.parse(setting.origin());
        return new Problem(Severity.ERROR, origin.file(), origin.line(), "", message);
    }
}
