// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.files.EtcTexts;
import org.bailiff.config.override.Overrides;

/** Examines a whole folder of configuration, as it is on disk. */
final class Check {
    private final Inspection inspection;

    /**
     * @param plugInsAreMissing whether there are plug-ins that are not started here
     */
    Check(Neighbours neighbours, boolean plugInsAreMissing) {
        this.inspection = new Inspection(neighbours, plugInsAreMissing);
    }

    /** All that is wrong; each once. */
    List<Problem> of(Path etc) {
        EtcTexts texts = new EtcFolder(etc).read();
        List<Problem> problems = new ArrayList<>(DaemonKeys.read(texts).problems());
        Loaded loaded = Loading.load(etc, texts, Overrides.NONE);
        problems.addAll(inspection.problems(loaded));
        if (loaded.jails().isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    Severity.WARNING, etc.toString(), 0, "", "no jail is configured; write one into jail.local"));
        }
        return problems;
    }
}
