// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics;

import java.nio.file.Path;
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
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Refuses what {@code bailiff.conf} cannot say of metrics. */
@Component(service = {DaemonCheck.class, MetricsCheck.class})
public final class MetricsCheck implements DaemonCheck {
    private final Path folder;
    private final AreaState state = new AreaState();

    @Activate
    public MetricsCheck(BundleContext context) {
        this(MetricsPlaces.folder(context));
    }

    MetricsCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public String area() {
        return MetricsSettings.AREA;
    }

    @Override
    public List<Problem> check(Map<String, Setting> settings) {
        List<Problem> problems = new ArrayList<>();
        settings.forEach((key, setting) -> {
            if (!key.equals(MetricsSettings.LISTEN)) {
                problems.add(problem(
                        setting,
                        "'" + MetricsSettings.AREA + "." + SafeText.of(key, 60)
                                + "' is no key of this file; did you mean metrics.listen?"));
            } else {
                try {
                    MetricsSettings.of(setting.value(), folder);
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
