// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

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
    /** Those for whom nobody asked for longest are asked for anew. */
    private static final int MOST = 10_000;

    private final IgnoreCommands commands;
    private final Consumer<Runnable> thread;
    private final Consumer<Address> reconsider;

    private final Map<Address, Question> questions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, Question> eldest) {
            return size() > MOST;
        }
    };

    private static final class Question {
        private final IgnoreCommand command;
        private Optional<Boolean> answer = Optional.empty();

        Question(IgnoreCommand command) {
            this.command = command;
        }
    }

    /**
     * @param thread has work done by the jail's thread
     * @param reconsider is told, on that thread, for whom there is an answer: it asks for the {@link #verdict} again
     */
    public PendingVerdicts(IgnoreCommands commands, Consumer<Runnable> thread, Consumer<Address> reconsider) {
        this.commands = commands;
        this.thread = thread;
        this.reconsider = reconsider;
    }

    /**
     * Whether the command says that the address is ignored; empty while it has not said yet. Then it is asked, unless it is
     * already or has too much to do; so this is to be called again from time to time.
     */
    public Optional<Boolean> verdict(IgnoreCommand command, Address address) {
        Question question = questions.get(address);
        if (question != null && question.command.equals(command)) {
            return question.answer;
        }
        Optional<Boolean> known = commands.known(command, address);
        if (known.isEmpty()) {
            ask(command, address);
        }
        return known;
    }

    private void ask(IgnoreCommand command, Address address) {
        Question question = new Question(command);
        questions.put(address, question);
        if (!commands.ask(command, address, ignored -> thread.accept(() -> answered(address, question, ignored)))) {
            questions.remove(address);
        }
    }

    private void answered(Address address, Question question, boolean ignored) {
        // Another command may be in force by now, and asked instead of this one.
        if (questions.get(address) == question) {
            question.answer = Optional.of(ignored);
            reconsider.accept(address);
        }
    }

    /** The answer was made use of: the next ban is another question. */
    public void forget(Address address) {
        questions.remove(address);
    }
}
