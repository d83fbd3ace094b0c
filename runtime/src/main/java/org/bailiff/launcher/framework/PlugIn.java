// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * A plug-in: a jar of the folder, and the bundle that runs of it, which may be the one before. What is wrong with a jar is
 * logged once, and never harms what runs. Used by one thread at a time.
 */
final class PlugIn {
    private static final Logger LOG = Logger.getLogger(PlugIn.class.getName());

    private final Path path;
    private final PlugInBundles bundles;
    /** Null if there is none. */
    private Bundle bundle;
    /** Of which jar the bundle is; null if there is none. */
    private PlugInJar source;
    /** What may be taken up once other plug-ins have come or gone; null if nothing may. */
    private PlugInJar refused;

    /** Of the jar that was taken up last, whatever became of it. */
    private String content = "";

    /** What was logged of it; empty if nothing was. */
    private String told = "";
    /** Whether it was logged that the bundle runs. */
    private boolean announced;
    /** Whether it is being copied, as far as can be told. */
    private boolean awaited;

    PlugIn(Path path, PlugInBundles bundles) {
        this.path = path;
        this.bundles = bundles;
    }

    /** The jar is not to be started as it is now. */
    void refuse(String reason) {
        warn("ignoring " + path + ": " + reason
                + (bundle == null ? "" : "; until the daemon's next start " + name() + " goes on as it was"));
    }

    /**
     * Takes up the jar as it is now.
     *
     * @return whether something else is installed than before
     */
    boolean take(PlugInJar jar) {
        refused = null;
        awaited = false;
        if (!jar.content().equals(content)) {
            content = jar.content();
            told = "";
        }
        if (source != null && source.content().equals(jar.content())) {
            return false;
        }
        if (jar.problem().isPresent()) {
            warn(path + ": " + jar.problem().get());
            return false;
        }
        return bundle != null && bundles.isRunning(bundle) ? replace(jar) : install(jar);
    }

    /** Tries again what was refused, not for what it is, but for what was around it. */
    boolean retry() {
        return refused != null && take(refused);
    }

    private boolean install(PlugInJar jar) {
        removeBundle();
        try {
            bundle = bundles.install(jar, null);
            source = jar;
            return true;
        } catch (BundleException e) {
            refused = StartTrouble.isPassing(e) ? jar : null;
            warn(path + " cannot be installed: " + StartTrouble.sentence(e));
        } catch (IOException e) {
            warn(path + " cannot be read: " + e);
        }
        return false;
    }

    /**
     * The new one first resolves beside the old one, which goes on if it does not; then they change places. Of definitions
     * alone the new ones come before the old ones go, so that those are in force until these have passed.
     */
    private boolean replace(PlugInJar jar) {
        Bundle successor = null;
        try {
            successor = bundles.install(jar, bundle);
            if (bundles.resolve(successor) && !bundles.bringsDefinitionsAlone(successor)) {
                bundles.stop(bundle);
            }
            bundles.start(successor);
        } catch (BundleException e) {
            refused = StartTrouble.isPassing(e) ? jar : null;
            keepInsteadOf(successor, StartTrouble.sentence(e));
            return false;
        } catch (IOException e) {
            keepInsteadOf(successor, "it cannot be read: " + e);
            return false;
        }
        String before = name();
        bundles.remove(bundle);
        bundle = successor;
        source = jar;
        announced = true;
        told = "";
        LOG.info(() -> path + ": " + name() + " has taken the place of " + before);
        return true;
    }

    private void keepInsteadOf(Bundle successor, String reason) {
        if (successor != null) {
            bundles.remove(successor);
        }
        try {
            bundles.start(bundle);
            warn(path + " is not taken, and " + name() + " goes on: " + reason);
        } catch (BundleException e) {
            warn(path + " is not taken (" + reason + "), and " + name() + " does not go on: "
                    + StartTrouble.sentence(e));
        }
    }

    /** Has the bundle run, if it does not; before the framework is started, it begins with that, and nothing is said yet. */
    void start() {
        if (bundle == null || announced && bundles.isRunning(bundle)) {
            return;
        }
        try {
            bundles.start(bundle);
            announced = bundles.isRunning(bundle);
            if (announced) {
                told = "";
                LOG.info(() -> path + ": " + name() + " is started");
            }
        } catch (BundleException e) {
            announced = false;
            warn(path + ": " + name() + " does not start: " + StartTrouble.sentence(e));
        }
    }

    /** The jar is gone. */
    void withdraw() {
        if (bundle != null) {
            String before = name();
            removeBundle();
            LOG.info(() -> path + " is gone: " + before + " is stopped and taken out");
        }
    }

    private void removeBundle() {
        if (bundle != null) {
            bundles.remove(bundle);
            bundle = null;
            source = null;
            announced = false;
        }
    }

    /** The jar is not whole yet, as is no wonder while it is being copied. */
    void await() {
        awaited = true;
    }

    /** What it is, or what is wrong with it. */
    String line() {
        if (!told.isEmpty()) {
            return told;
        }
        if (awaited) {
            return path.getFileName() + ": it is no whole jar yet; it is taken up once it is"
                    + (bundle == null ? "" : ", and until then " + name() + " goes on");
        }
        return path.getFileName() + ": " + (bundle == null ? "nothing runs of it yet" : name());
    }

    private String name() {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private void warn(String sentence) {
        if (!sentence.equals(told)) {
            told = sentence;
            LOG.log(Level.WARNING, sentence);
        }
    }
}
