// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;
import org.osgi.service.component.annotations.Component;

/** Examines the keys that say where a jail's lines come from. That there is a path at all is the jail's to say. */
@Component
public final class FileSettingsCheck implements SettingsCheck {

    @Override
    public Set<String> keys() {
        return Set.of(LogPathCheck.KEY, BackendCheck.KEY);
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(LogPathCheck.check(jail));
        problems.addAll(BackendCheck.check(jail));
        return problems;
    }
}
