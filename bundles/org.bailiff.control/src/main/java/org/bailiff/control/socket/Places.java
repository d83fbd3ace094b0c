// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.bailiff.api.command.ExitCode;

/**
 * Who is connected, and who must give way to others. Only the reception's thread adds and chooses; any thread may end a
 * connection.
 */
final class Places {
    /** Callers at once, those still speaking included. */
    static final int LIMIT = 64;
    /** How long a caller may take to send its request. */
    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(5);
    /** How long a caller may leave an answer lying, e.g. in a pager, while nobody else waits. */
    private static final Duration ANSWER_PATIENCE = Duration.ofMinutes(10);
    /** The same while others wait. */
    private static final Duration CROWDED_PATIENCE = Duration.ofSeconds(1);

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    boolean isEmpty() {
        return connections.isEmpty();
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    /** Whether there is a place; the slowest to speak gives its up: an honest caller speaks at once. */
    boolean makeOne() {
        if (connections.size() >= LIMIT) {
            String sentence = "The daemon is busy with other callers, and you sent no request; try again.";
            slowest(Connection::isReading).ifPresent(slowest -> refuse(slowest, sentence, ExitCode.FAILED));
        }
        return connections.size() < LIMIT;
    }

    /**
     * Ends those that have kept the daemon waiting too long.
     *
     * @param crowded whether somebody waits for a thread that answers
     */
    void endOverdue(boolean crowded) {
        for (Connection connection : connections) {
            Duration waiting = connection.waitingTime();
            if (connection.isReading() && waiting.compareTo(REQUEST_PATIENCE) > 0) {
                refuse(connection, "No request within " + REQUEST_PATIENCE.toSeconds() + " seconds.", ExitCode.USAGE);
            } else if (waiting.compareTo(ANSWER_PATIENCE) > 0) {
                end(connection);
            }
        }
        if (crowded) {
            slowest(connection ->
                            !connection.isReading() && connection.waitingTime().compareTo(CROWDED_PATIENCE) > 0)
                    .ifPresent(this::end);
        }
    }

    private Optional<Connection> slowest(Predicate<Connection> which) {
        return connections.stream().filter(which).max(Comparator.comparing(Connection::waitingTime));
    }

    void refuse(Connection connection, String sentence, ExitCode exitCode) {
        connections.remove(connection);
        connection.refuse(sentence, exitCode);
    }

    void end(Connection connection) {
        connections.remove(connection);
        connection.close();
    }

    void endThoseReading() {
        connections.stream().filter(Connection::isReading).forEach(this::end);
    }

    void endAll() {
        connections.forEach(this::end);
    }
}
