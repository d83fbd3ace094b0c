// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.jail.reading.Delivery;
import org.bailiff.jail.reading.Inbox;
import org.bailiff.jail.reading.Member;
import org.bailiff.jail.reading.Seat;
import org.bailiff.jail.reading.Subscription;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a jail looks at, and with what: its filter, compiled, and the streams. Owned by the jail's thread; the states may
 * be asked from any thread.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final String JOURNAL_HINT = "; where the service logs to the journal alone, write backend = systemd";

    private final String jail;
    private final Surroundings surroundings;
    private final Inbox inbox;
    private final Memory memory;
    private final FilterTrial trial;
    private final Map<String, Session> sessions = new HashMap<>();

    /** A changed definition, of which nobody has said yet what is doubtful in it; null if there is none. */
    private Matcher unexamined;

    private Matcher sessionsOf;
    private FilterDefinition definition;
    private FilterCompiler compiler;
    private FilterOptions options;
    private Matcher matcher;
    private List<Followed> logs = List.of();
    private Member member;
    /** Whether the filter knows its entries in the journal, though files are read. */
    private volatile boolean mayBeInJournal;

    /** Whether other jails' bans are read, so that it does not matter if another log is not there. */
    private volatile boolean readsBans;

    private final Pausing pausing = new Pausing();
    private volatile Subscription subscription;
    private volatile String wrong = "";
    private volatile String missing = "";

    /** A log and who follows it. */
    private record Followed(JailSettings.Log log, LogSourceFactory source) {}

    /**
     * @param trial of the jail's filter, from which it takes what it looks with
     */
    Watch(String jail, Surroundings surroundings, Inbox inbox, Memory memory, FilterTrial trial) {
        this.jail = jail;
        this.surroundings = surroundings;
        this.inbox = inbox;
        this.memory = memory;
        this.trial = trial;
    }

    /** Looks as the settings and the services that are there now want it; what is the same goes on undisturbed. */
    void use(JailSettings settings) {
        missing = "";
        compile(settings);
        JailSettings.Input input = settings.input();
        if (settings.pause().isPresent()) {
            pause(settings.pause().get(), input);
            return;
        }
        pausing.end();
        input.kinds().stream()
                .filter(kind -> missing.isEmpty() && surroundings.source(kind).isEmpty())
                .forEach(kind -> missing =
                        input.isOfPlugIn() && kind.equals(input.kind()) ? InputReader.absence(kind) : absence(kind));
        if (matcher == null || !missing.isEmpty()) {
            close();
            return;
        }
        readsBans = input.readsBans();
        mayBeInJournal = input.isOfFiles() && !matcher.rules().journalMatches().isEmpty();
        List<Followed> wanted = followed(input);
        if (!logs.equals(wanted) || subscription == null) {
            settle();
            Duration past = pastOfUse(settings, wanted);
            close();
            logs = wanted;
            subscribe(past);
        } else {
            subscription.use(matcher);
        }
    }

    /** Reads no more. Up to where it has counted stays known, so that nothing is lost when it goes on. */
    private void pause(Pause wish, JailSettings.Input input) {
        pausing.begin(wish.sentence(jail, input), wish, surroundings.clock().instant());
        close();
    }

    private static String absence(String kind) {
        String what = kind.equals(JailSettings.Input.FILE) ? "files" : "the " + kind;
        return "no bundle offers to follow " + what + "; start org.bailiff.source." + kind;
    }

    /** A source that went just now is told of, and looked for again. */
    private List<Followed> followed(JailSettings.Input input) {
        return input.logs(matcher.rules()).stream()
                .flatMap(log -> surroundings.source(log.kind()).stream().map(source -> new Followed(log, source)))
                .toList();
    }

    private void compile(JailSettings settings) {
        FilterCompiler currentCompiler = surroundings.compiler().orElse(null);
        FilterDefinition current =
                OwnPatterns.orDefinition(surroundings, settings).orElse(null);
        FilterOptions wanted = settings.filterOptions();
        if (currentCompiler == null || current == null) {
            Optional<String> refused = current == null
                    ? RefusedFilter.reason(surroundings.filter(settings.filter().name()))
                    : Optional.empty();
            definition = null;
            matcher = null;
            wrong = refused.orElse("");
            if (refused.isPresent()) {
                return;
            }
            missing = current == null && !surroundings.knowsFilters()
                    ? "no bundle knows filters; start org.bailiff.filter.admission"
                    : current == null
                            ? "there is no filter '" + settings.filter().name() + "'; put it into filter.d/"
                                    + settings.filter().name() + ".conf"
                            : "no bundle compiles filters; start org.bailiff.filter";
            return;
        }
        if (current.equals(definition) && currentCompiler == compiler && wanted.equals(options)) {
            return;
        }
        boolean isChange = definition != null && !current.equals(definition);
        definition = current;
        compiler = currentCompiler;
        options = wanted;
        try {
            matcher = trial.take(currentCompiler, current, wanted);
            unexamined = isChange ? matcher : null;
            wrong = "";
        } catch (FilterException refused) {
            matcher = null;
            wrong = refused.getMessage();
        }
    }

    /** Says what is doubtful in a definition that has changed: for when there is nothing better to do, as it takes a while. */
    void lint() {
        if (unexamined != null) {
            unexamined.warnings().forEach(warning -> LOG.warn("[{}] {}", jail, SafeText.of(warning.toString(), 1000)));
            unexamined = null;
        }
    }

    /**
     * How far back a stream that is new to the jail is of use: as far as find time. But a jail that has counted, and now
     * reads other entries of the journal, has counted what is written until now: to count it again would ban too soon.
     */
    private Duration pastOfUse(JailSettings settings, List<Followed> wanted) {
        boolean hasRead = subscription != null || pausing.hasMissed() && !logs.isEmpty();
        boolean moves = hasRead && !logs.equals(wanted) && memory.hasCounted();
        Duration past = moves && settings.input().isJournal()
                ? Duration.ZERO
                : settings.thresholds().findTime();
        return past.plus(pausing.missed(surroundings.clock().instant()));
    }

    private void subscribe(Duration past) {
        boolean late = pausing.hasMissed();
        pausing.goOn();
        member = new Member(jail, inbox, stream -> placeIn(stream, past, late));
        List<Member.Wish> wishes = logs.stream()
                .map(one -> new Member.Wish(
                        one.log().kind(), one.log().pattern(), one.log().atTail(), one.source(), matcher))
                .toList();
        subscription = surroundings.readings().subscribe(member, wishes, compiler);
    }

    /** Whether the delivery is of what is watched now; others are read again from where they were counted. */
    boolean isCurrent(Delivery delivery) {
        return subscription != null && delivery.seat().member() == member;
    }

    /** The session of a stream, in the form that the matcher understands. */
    Session session(String stream, Matcher lookingAtIt) {
        if (sessionsOf != lookingAtIt) {
            // The matcher was replaced: what it remembers is carried over as far as it still makes sense.
            sessions.replaceAll((name, session) -> lookingAtIt.restoreSession(session.text()));
            sessionsOf = lookingAtIt;
        }
        return sessions.computeIfAbsent(stream, name -> lookingAtIt.restoreSession(memory.session(name)));
    }

    private Member.Place placeIn(String stream, Duration past, boolean late) {
        Optional<String> position = memory.position(stream);
        if (position.isEmpty()) {
            memory.begin(stream, surroundings.clock().instant().minus(past));
        }
        return new Member.Place(position, memory.beginning(stream), late);
    }

    /** Whether the jail has counted all that is written, as far as is known. To be asked with nothing left to read. */
    boolean isAbreast() {
        return subscription != null && subscription.isAbreast();
    }

    /** Whether there is something to {@link #settle}. From any thread. */
    boolean hasMoved() {
        Subscription current = subscription;
        return current != null && current.seats().stream().anyMatch(Seat::hasMoved);
    }

    /** Notes up to where every stream is counted, where nothing is under way. */
    void settle() {
        Subscription current = subscription;
        if (current != null) {
            for (Seat seat : current.seats()) {
                seat.moved()
                        .ifPresent(position ->
                                memory.counted(seat.stream(), position.text(), () -> sessionText(seat.stream())));
            }
        }
    }

    /** What is remembered of the lines before; of several streams, of the one that is read first. */
    String sessionText() {
        Subscription current = subscription;
        return current == null
                ? ""
                : current.seats().stream()
                        .findFirst()
                        .map(seat -> sessionText(seat.stream()))
                        .orElse("");
    }

    /** What is remembered of the lines of a stream. */
    String sessionText(String stream) {
        Session session = sessions.get(stream);
        return session == null ? memory.session(stream) : session.text();
    }

    /** The filter, compiled; empty while it is not there, or wrong. */
    Optional<Matcher> matcher() {
        return Optional.ofNullable(matcher);
    }

    /** Who stopped the jail from reading; empty if it reads. */
    Optional<String> pause() {
        return pausing.sentence();
    }

    /** Why the filter cannot be compiled; empty if it can, or is not there. */
    Optional<String> wrong() {
        return Optional.of(wrong).filter(text -> !text.isEmpty());
    }

    /** What the jail needs and is not there; empty if all is. */
    Optional<String> missing() {
        return Optional.of(missing).filter(text -> !text.isEmpty());
    }

    List<SourceStatus> status() {
        Subscription current = subscription;
        return current == null
                ? List.of()
                : current.status().stream()
                        .filter(status -> !(readsBans && isAbsent(status)))
                        .map(this::withHint)
                        .toList();
    }

    private static boolean isAbsent(SourceStatus status) {
        return status.state() == SourceStatus.State.WAITING && !status.reason().isEmpty();
    }

    private SourceStatus withHint(SourceStatus status) {
        return isAbsent(status) && mayBeInJournal ? status.withReason(status.reason() + JOURNAL_HINT) : status;
    }

    /** Reads no more; up to where it was counted stays known. */
    @Override
    public void close() {
        if (subscription != null) {
            settle();
            subscription.close();
            subscription = null;
            member = null;
        }
    }
}
