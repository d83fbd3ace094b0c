// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;

/** Says in a sentence why a plug-in does not run, and what mends it. */
final class StartTrouble {
    private static final Pattern MISSING_PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");

    private StartTrouble() {}

    /** Whether another plug-in that comes or goes may mend it. */
    static boolean isPassing(BundleException trouble) {
        return trouble.getType() == BundleException.RESOLVE_ERROR
                || trouble.getType() == BundleException.DUPLICATE_BUNDLE_ERROR;
    }

    static String sentence(BundleException trouble) {
        if (trouble instanceof Hanging) {
            return trouble.getMessage();
        }
        if (trouble.getCause() instanceof IOException) {
            return "it cannot be copied into the framework's storage: " + cause(trouble) + "; make room on its disk";
        }
        return switch (trouble.getType()) {
            case BundleException.RESOLVE_ERROR -> unresolved(trouble.getMessage());
            case BundleException.DUPLICATE_BUNDLE_ERROR ->
                "another jar holds the same bundle in the same version; take" + " one of the two out";
            case BundleException.MANIFEST_ERROR -> "its manifest is wrong: " + cause(trouble) + "; build it anew";
            default -> "it failed when it was started: " + cause(trouble) + "; only its author can mend that";
        };
    }

    private static String unresolved(String message) {
        Matcher missing = MISSING_PACKAGE.matcher(message);
        return missing.find()
                ? "nothing exports the package " + missing.group(1) + " as it imports it; put a bundle that does beside"
                        + " it, or have the import made optional (" + message + ")"
                : "something that it requires is missing; put a bundle that provides it beside it (" + message + ")";
    }

    private static String cause(BundleException trouble) {
        Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
        return cause == trouble ? trouble.getMessage() : cause.toString();
    }
}
