// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bailiff.text.Address;

/**
 * The addresses whose bans wait for what a jail's {@code ignorecommand} says of them. Used by the jail's thread; answers
 * come to it as work of its own.
 */
public final class PendingVerdicts {
    /** More ask again with their next failure. */
    private static final int MOST = 10_000;

    private final IgnoreCommands commands;
    private final Consumer<Runnable> thread;
    private final Consumer<Address> reconsider;
    private final Map<Address, Question> questions = new LinkedHashMap<>();

    /** One that was asked, or is to be when there is room. */
    private static final class Question {
        private final IgnoreCommand command;
        private boolean asked;
        private Optional<Boolean> answer = Optional.empty();

        Question(IgnoreCommand command) {
            this.command = command;
        }
    }

    /**
     * @param thread has work done by the jail's thread
     * @param reconsider is told, on that thread, whose ban needs to wait no longer: it asks for the {@link #verdict} again
     */
    public PendingVerdicts(IgnoreCommands commands, Consumer<Runnable> thread, Consumer<Address> reconsider) {
        this.commands = commands;
        this.thread = thread;
        this.reconsider = reconsider;
    }

    /**
     * Whether the command says that the address is ignored; empty while it has not said yet: then it is asked, and the
     * address reconsidered when it has.
     */
    public Optional<Boolean> verdict(IgnoreCommand command, Address address) {
        Question question = questions.get(address);
        if (question != null && question.command.equals(command)) {
            return question.answer;
        }
        Optional<Boolean> known = commands.known(command, address);
        if (known.isEmpty() && (question != null || questions.size() < MOST)) {
            Question asked = new Question(command);
            questions.put(address, asked);
            ask(address, asked);
        }
        return known;
    }

    private boolean ask(Address address, Question question) {
        question.asked = commands.ask(
                question.command, address, ignored -> thread.accept(() -> answered(address, question, ignored)));
        return question.asked;
    }

    private void answered(Address address, Question question, boolean ignored) {
        // Another command may be in force by now, and asked instead of this one.
        if (questions.get(address) == question) {
            question.answer = Optional.of(ignored);
            try {
                reconsider.accept(address);
            } finally {
                questions.remove(address, question);
            }
        }
    }

    /** Asks for those for whom there was no room. */
    public void look() {
        Iterator<Map.Entry<Address, Question>> waiting = questions.entrySet().iterator();
        boolean room = true;
        while (room && waiting.hasNext()) {
            Map.Entry<Address, Question> next = waiting.next();
            room = next.getValue().asked || ask(next.getKey(), next.getValue());
        }
    }

    /** How many bans wait. */
    public int size() {
        return questions.size();
    }
}
