// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.util.Set;
import org.bailiff.dialect.SourceText;

/** What fail2ban's files may interpolate although no file says it. */
final class PredefinedKeys {
    /** Their keys, which are no keys of a jail. */
    static final Set<String> ALL = Set.of("fail2ban_version", "fail2ban_confpath");

    /** The fail2ban whose files are understood. */
    private static final String FAIL2BAN_VERSION = "1.1.0";

    private PredefinedKeys() {}

    /** As a text that is read before all files. */
    static SourceText source(Path etc) {
        return new SourceText(
                "default",
                "[DEFAULT]\nfail2ban_version = " + FAIL2BAN_VERSION + "\nfail2ban_confpath = "
                        + etc.toString().replace("%", "%%") + "\n");
    }
}
