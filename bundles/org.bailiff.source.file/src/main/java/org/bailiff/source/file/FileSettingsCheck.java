// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.util.List;
import java.util.Set;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;
import org.osgi.service.component.annotations.Component;

/** Examines the key that names files. That there is a path at all, and that files are read, is the jail's to say. */
@Component
public final class FileSettingsCheck implements SettingsCheck {

    @Override
    public Set<String> keys() {
        return Set.of(LogPathCheck.KEY);
    }

    @Override
    public List<Problem> check(JailConfiguration jail) {
        return LogPathCheck.check(jail);
    }
}
