// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the plug-ins that run those that lie in the folder: a jar that came is installed and started, one that changed
 * takes the place of the one before, one that went is stopped and taken out. Used by one thread at a time.
 */
final class PlugIns {
    private static final Logger LOG = Logger.getLogger(PlugIns.class.getName());
    /** What is no whole jar, and stays as it is for so long, is not about to become one. */
    private static final Duration COPYING = Duration.ofSeconds(3);

    private final DeployFolder folder;
    private final PlugInBundles bundles;
    private final InstantSource clock;
    private final SortedMap<Path, PlugIn> plugIns = new TreeMap<>();
    /** The jars as they were at the look before. */
    private SortedMap<Path, FileStamp> seen = new TreeMap<>();
    /** Since when they are as they were then: the time that a file bears may be any. */
    private final Map<Path, Instant> since = new HashMap<>();
    /** The jars as they were when they were taken up, or refused. */
    private final Map<Path, FileStamp> taken = new HashMap<>();

    private String told = "";
    private volatile List<String> lines = List.of();

    PlugIns(DeployFolder folder, PlugInBundles bundles, InstantSource clock) {
        this.folder = folder;
        this.bundles = bundles;
        this.clock = clock;
    }

    DeployFolder folder() {
        return folder;
    }

    /** Before the framework is started: what is whole begins with it, and the rest is left to later looks. */
    void begin() {
        look();
        look();
    }

    /** Has those run that do not, and says so. */
    void start() {
        plugIns.values().forEach(PlugIn::start);
        tell();
    }

    /** A line for each, for people. From any thread. */
    List<String> lines() {
        return lines;
    }

    private void tell() {
        lines = plugIns.values().stream().map(PlugIn::line).toList();
    }

    /**
     * Looks at the folder, and takes up what is complete: as it was at the look before.
     *
     * @return whether something is still being written, so that another look is due soon
     */
    boolean look() {
        try {
            boolean moving = look(folder.jars());
            told = "";
            return moving;
        } catch (IOException unknown) {
            warn("the plug-ins stay as they are, for " + folder.path() + " cannot be looked at: " + unknown);
            return false;
        }
    }

    private boolean look(SortedMap<Path, FileStamp> now) {
        boolean changed = withdrawAllBut(now.keySet());
        since.keySet().retainAll(now.keySet());
        for (Map.Entry<Path, FileStamp> jar : now.entrySet()) {
            boolean known = jar.getValue().equals(taken.get(jar.getKey()));
            boolean complete = jar.getValue().equals(seen.get(jar.getKey()));
            if (!complete) {
                since.put(jar.getKey(), sinceWhen(jar.getValue()));
            }
            changed |= !known && complete && take(jar.getKey(), jar.getValue());
        }
        seen = now;
        if (changed) {
            plugIns.values().forEach(PlugIn::retry);
            bundles.refresh();
            start();
        }
        tell();
        return !taken.equals(now);
    }

    private boolean withdrawAllBut(Set<Path> present) {
        List<Path> gone = new ArrayList<>(plugIns.keySet());
        gone.removeAll(present);
        taken.keySet().removeAll(gone);
        gone.stream().map(plugIns::remove).forEach(PlugIn::withdraw);
        return !gone.isEmpty();
    }

    /** A file that is older than the first look at it is not being copied just now. */
    private Instant sinceWhen(FileStamp stamp) {
        Instant now = clock.instant();
        return stamp.modified().isBefore(now) ? stamp.modified() : now;
    }

    /** Answers whether something else is installed than before. */
    private boolean take(Path path, FileStamp stamp) {
        PlugIn plugIn = plugIns.computeIfAbsent(path, added -> new PlugIn(added, bundles));
        try {
            Optional<String> refusal = folder.refusal(path);
            if (refusal.isPresent()) {
                plugIn.refuse(refusal.get());
                taken.put(path, stamp);
                return false;
            }
            PlugInJar jar = PlugInJar.read(path);
            if (jar.problem().isPresent() && since.get(path).plus(COPYING).isAfter(clock.instant())) {
                plugIn.await();
                return false;
            }
            taken.put(path, stamp);
            return plugIn.take(jar);
        } catch (IOException unreadable) {
            plugIn.refuse("it cannot be read: " + unreadable);
            taken.put(path, stamp);
            return false;
        }
    }

    private void warn(String sentence) {
        if (!sentence.equals(told)) {
            told = sentence;
            LOG.log(Level.WARNING, sentence);
        }
    }
}
