// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;

/** The windows of this process, looked at and touched on the thread that owns them. */
final class Screen {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Screen() {}

    /** All parts that are shown, of all windows. */
    static Stream<Component> shown() {
        return Arrays.stream(Window.getWindows()).filter(Window::isShowing).flatMap(Screen::within);
    }

    /** A part and all that is shown in it. */
    static Stream<Component> within(Component part) {
        Stream<Component> children =
                part instanceof Container whole ? Arrays.stream(whole.getComponents()) : Stream.empty();
        return part.isShowing() ? Stream.concat(Stream.of(part), children.flatMap(Screen::within)) : Stream.empty();
    }

    /** The first part of a type that fits; to be asked on the thread that owns it. */
    static <T extends Component> Optional<T> find(Stream<Component> parts, Class<T> type, Predicate<T> fits) {
        return parts.filter(type::isInstance).map(type::cast).filter(fits).findFirst();
    }

    /** What the question is answered on the thread that owns the windows. */
    static <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        try {
            SwingUtilities.invokeAndWait(() -> answer.set(question.get()));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the tour was interrupted", e);
        }
        return answer.get();
    }

    /** Does something on the thread that owns the windows. */
    static void touch(Runnable what) {
        ask(() -> {
            what.run();
            return null;
        });
    }

    /**
     * Asks until there is an answer.
     *
     * @throws FailedStepException if there is none in time; it names what was awaited
     */
    static <T> T await(String what, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> answer = ask(question);
        while (answer.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new FailedStepException("Waited " + PATIENCE.toSeconds() + " s in vain for " + what + ".");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = ask(question);
        }
        return answer.get();
    }
}
