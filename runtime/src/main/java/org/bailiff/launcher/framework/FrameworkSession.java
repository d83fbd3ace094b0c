// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.SAXParserFactory;
import org.apache.felix.framework.FrameworkFactory;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;
import org.bailiff.launcher.xml.PlainParserFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/** One framework, from its start to its stop. Used by one thread, but for {@link #close}. */
final class FrameworkSession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FrameworkSession.class.getName());
    private static final long LONGEST_STOP_MILLIS = 4000;

    private final ClassPathBundles classPath = ClassPathBundles.ofThisProcess();
    private final Framework framework;
    private final StartProblems problems = new StartProblems();

    /** Makes the framework ready to take bundles. Bundles may end the process through {@code exit}. */
    FrameworkSession(Map<String, String> settings, IntConsumer exit) throws LaunchException {
        // Named, as the search is made anew for each component's description.
        System.getProperties().putIfAbsent(SAXParserFactory.class.getName(), PlainParserFactory.class.getName());
        framework = new FrameworkFactory().newFramework(settings, classPath);
        try {
            framework.init(problems);
        } catch (BundleException e) {
            throw new LaunchException(ExitStatus.FAILED, "the framework does not start: " + e.getMessage(), e);
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(FrameworkProperties.EXIT, true);
        context().registerService(IntConsumer.class, exit, properties);
        context().addBundleListener(stopOfTheFramework(exit));
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs the jars where they lie; they start when the framework reaches the level. */
    void install(List<Path> jars, int startLevel) throws LaunchException {
        // Told before they come: what a bundle is told later is written to its file once more.
        framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(startLevel);
        for (Path jar : jars) {
            try {
                install(jar);
            } catch (BundleException e) {
                throw new LaunchException(ExitStatus.FAILED, jar + " cannot be installed: " + e.getMessage(), e);
            }
        }
    }

    /** Starts the bundles and returns when all of ours are active. */
    void start() throws LaunchException {
        try {
            framework.start();
        } catch (BundleException e) {
            throw new LaunchException(ExitStatus.FAILED, "the framework does not start: " + e.getMessage(), e);
        }
        problems.check(context().getBundles());
    }

    /**
     * Waits until what the configuration says has been opened or refused; see {@link FrameworkProperties#SETTLED}. All
     * references, as the service has a name of the api's too, which the launcher has of its own.
     */
    void settle() {
        try {
            ServiceReference<?>[] found = context()
                    .getAllServiceReferences(Runnable.class.getName(), "(" + FrameworkProperties.SETTLED + "=true)");
            for (ServiceReference<?> waiting : found == null ? new ServiceReference<?>[0] : found) {
                if (context().getService(waiting) instanceof Runnable wait) {
                    wait.run();
                }
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("the filter is a constant", impossible);
        }
    }

    /** @throws LaunchException if nobody offers one of these services: its bundle is active, but its component failed */
    void require(List<String> services) throws LaunchException {
        for (String service : services) {
            if (!isOffered(service)) {
                throw new LaunchException(
                        ExitStatus.FAILED, "the service " + service + " is missing; the lines above say why");
            }
        }
    }

    /**
     * Whoever offers it: the launcher has the api's classes too, to read helps, and they are not the bundle's.
     */
    private boolean isOffered(String service) {
        try {
            return context().getAllServiceReferences(service, null) != null;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("there is no filter that could be wrong", impossible);
        }
    }

    /** Stops the bundles in order. May be called more than once, and from any thread. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(LONGEST_STOP_MILLIS);
        } catch (BundleException e) {
            LOG.log(Level.WARNING, "the framework does not stop in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void install(Path jar) throws BundleException {
        Bundle bundle = context().installBundle(classPath.locationOf(jar));
        if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
            bundle.start();
        }
    }

    /** Somebody with the framework's own means, e.g. a shell, ends the process too. */
    private static SynchronousBundleListener stopOfTheFramework(IntConsumer exit) {
        return event -> {
            if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
                exit.accept(ExitStatus.OK);
            }
        };
    }
}
