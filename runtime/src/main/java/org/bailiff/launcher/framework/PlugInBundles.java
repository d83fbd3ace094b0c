// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The framework, as far as plug-ins are concerned. Their bytes are copied into its storage: a jar that is overwritten must
 * not change under the bundle that runs of it. Used by one thread at a time.
 */
final class PlugInBundles {
    private static final Logger LOG = Logger.getLogger(PlugInBundles.class.getName());
    private static final String LOCATION = "deploy:";
    private static final long REFRESH_SECONDS = 5;
    private static final String DEFINITIONS = "Bailiff-Filters";
    private static final String COMPONENTS = "Service-Component";

    private final BundleContext context;
    /** In whose place another of its name and version may be installed; null if in nobody's. */
    private volatile Bundle predecessor;

    /** @param context the framework's own */
    PlugInBundles(BundleContext context) {
        this.context = context;
        context.registerService(
                CollisionHook.class, (operation, target, namesakes) -> namesakes.remove(predecessor), null);
    }

    /**
     * Installs a bundle; it does not run yet.
     *
     * @param replaced the bundle whose place it is to take; null if there is none
     */
    Bundle install(PlugInJar jar, Bundle replaced) throws BundleException, IOException {
        predecessor = replaced;
        try (InputStream bytes = jar.open()) {
            Bundle bundle = context.installBundle(LOCATION + jar.name() + "#" + jar.content(), bytes);
            bundle.adapt(BundleStartLevel.class).setStartLevel(StartLevels.DEPLOYED);
            return bundle;
        } finally {
            predecessor = null;
        }
    }

    /** Whether nothing is missing that it requires. */
    boolean resolve(Bundle bundle) {
        return wiring().resolveBundles(List.of(bundle));
    }

    /** Has it run; before the framework itself is started, it begins with that. A fragment runs with its host. */
    void start(Bundle bundle) throws BundleException {
        if (!isFragment(bundle)) {
            bundle.start();
        }
    }

    /** Stops it, whatever it says to that. */
    void stop(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.log(Level.WARNING, e, () -> "the bundle " + bundle.getSymbolicName() + " does not stop in order");
        }
    }

    /** Stops it and takes it out. */
    void remove(Bundle bundle) {
        stop(bundle);
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.log(Level.WARNING, e, () -> "the bundle " + bundle.getSymbolicName() + " cannot be taken out");
        }
    }

    /** Whether it does what it is there for, as far as the framework knows. */
    boolean isRunning(Bundle bundle) {
        return isFragment(bundle) || (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
    }

    /**
     * Whether it brings definitions of filters and runs no code, so that it may run beside the one whose place it takes:
     * two that run code might fight for a port or a file.
     */
    boolean bringsDefinitionsAlone(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        return headers.get(DEFINITIONS) != null
                && headers.get(Constants.BUNDLE_ACTIVATOR) == null
                && headers.get(COMPONENTS) == null;
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /** Lets go of what was removed, where another plug-in still uses its classes; that one is started anew. */
    void refresh() {
        Collection<Bundle> affected = wiring().getDependencyClosure(wiring().getRemovalPendingBundles());
        if (affected.isEmpty() || !affected.stream().allMatch(PlugInBundles::isPlugIn)) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(null, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            done.await(REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came out of the folder. What did not is never stopped for what did. */
    static boolean isPlugIn(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    private FrameworkWiring wiring() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }
}
