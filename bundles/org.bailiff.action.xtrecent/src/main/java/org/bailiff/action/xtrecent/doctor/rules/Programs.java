// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The programs that show the firewall's rules. */
@FunctionalInterface
public interface Programs {

    /**
     * What a program prints.
     *
     * @param program its name
     * @return empty if there is no such program
     * @throws IOException if it fails; the message says how
     */
    Optional<String> output(String program, List<String> arguments) throws IOException;
}
