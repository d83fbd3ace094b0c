// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * What was typed behind {@code top}.
 *
 * @param millis between two pictures
 * @param count how many pictures; empty if none was said
 * @param json whether for programs
 */
record TopOptions(long millis, OptionalLong count, boolean json) {
    private static final double LEAST = 0.2;
    private static final double MOST = 3600;

    static TopOptions parse(List<String> arguments) throws LaunchException {
        double seconds = 1;
        OptionalLong count = OptionalLong.empty();
        boolean json = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            String name = argument.split("=", 2)[0];
            switch (name) {
                case "--json":
                    json = true;
                    break;
                case "--interval":
                    seconds = number(name, value(argument, rest), LEAST, MOST);
                    break;
                case "--count":
                    count = OptionalLong.of((long) number(name, value(argument, rest), 1, 1_000_000));
                    break;
                default:
                    throw new LaunchException(
                            ExitStatus.USAGE, "'bailiff top' does not know '" + argument + "'; see 'bailiff help top'");
            }
        }
        return new TopOptions((long) (seconds * 1000), count, json);
    }

    private static String value(String argument, Iterator<String> rest) {
        int equals = argument.indexOf('=');
        return equals >= 0 ? argument.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
    }

    private static double number(String name, String text, double least, double most) throws LaunchException {
        if (text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new LaunchException(
                ExitStatus.USAGE,
                name + " needs a number from " + (least < 1 ? "0.2" : "1") + " to " + (long) most + " behind it");
    }
}
