// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Beans;

/**
 * Replaces the filter again and again, each time as soon as the one before is in force: in the folder of filters, over the
 * beans, and back; now and then by one that is wrong.
 */
final class Replacer implements Callable<Integer> {
    private static final String LIBRARY = "type=FilterLibrary";
    private static final String FILTER = "type=Filter,name=\"" + Turnstile.NAME + "\"";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Every so many rounds of three replacements each are tried with wrong ones. */
    private static final int WRONG_EACH = 5;

    private final Beans beans;
    private final Path file;
    private final int most;
    private volatile int replaced;
    private int refused;

    /**
     * @param file in the folder of filters
     * @param most how often to replace it
     */
    Replacer(Beans beans, Path file, int most) {
        this.beans = beans;
        this.file = file;
        this.most = most;
    }

    /** How far it is, from 0 to 1. */
    double progress() {
        return Math.min(1, (replaced + 1.0) / most);
    }

    /** Returns how many were refused. */
    @Override
    public Integer call() throws Exception {
        Await.until("the filter has a bean", PATIENCE, this::hasBean);
        while (replaced < most) {
            if (replaced / 3 % WRONG_EACH == WRONG_EACH - 1) {
                tryWrongOnes();
            }
            replace(() -> put(Turnstile.revision(replaced + 1)));
            replace(() -> beans.ask(LIBRARY, "deploy", Turnstile.NAME, Turnstile.revision(replaced + 1), "false"));
            replace(() -> beans.ask(LIBRARY, "undeploy", Turnstile.NAME, "false"));
        }
        return refused;
    }

    private void replace(Callable<?> means) throws Exception {
        long before = revision();
        means.call();
        Await.until("revision " + (before + 1) + " is in force", PATIENCE, () -> revision() > before);
        replaced++;
    }

    private void tryWrongOnes() throws Exception {
        long before = revision();
        put(Turnstile.broken(refused));
        Await.until("a wrong file is refused", PATIENCE, () -> isRefused());
        refused++;
        try {
            beans.ask(LIBRARY, "deploy", Turnstile.NAME, Turnstile.broken(refused), "false");
            throw new AssertionError("a wrong definition was deployed: " + Turnstile.broken(refused));
        } catch (IllegalArgumentException expected) {
            refused++;
        }
        if (revision() != before) {
            throw new AssertionError("what was refused has changed what is in force");
        }
    }

    private boolean isRefused() throws IOException {
        return beans.ask(LIBRARY, "RefusedCurrent").equals("1");
    }

    /** Filters that come into use are shown within two seconds. */
    private boolean hasBean() {
        try {
            return revision() > 0;
        } catch (IOException | RuntimeException notYet) {
            return false;
        }
    }

    private long revision() throws IOException {
        return Long.parseLong(beans.ask(FILTER, "Revision"));
    }

    private Void put(String text) throws IOException {
        Path hidden = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(hidden, text);
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
        return null;
    }
}
