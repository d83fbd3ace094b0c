// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.config.ConfiguredFolder;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.Matcher;
import org.bailiff.jail.replay.JailResult;
import org.bailiff.jail.replay.Period;
import org.bailiff.jail.replay.ReplayedJail;

/** The jails of a folder that are to be replayed together, made ready one by one: a wrong one does not stop the others. */
final class ReplayPlan {
    private static final String IGNORE_COMMAND = "ignorecommand";

    private final Surroundings surroundings;
    private final Map<String, FilterDefinition> definitions;
    private final ReplaySession session;
    private final List<JailResult> failed = new ArrayList<>();
    private final List<Ready> ready = new ArrayList<>();

    /** A jail, and what it reads. */
    record Ready(ReplayedJail jail, List<JailSettings.Log> logs) {}

    /** A jail as it is configured; wrong is why it cannot work, if so. */
    private record Chosen(JailConfiguration configuration, JailSettings settings, Optional<String> wrong) {

        String name() {
            return configuration.name();
        }

        boolean dependsOnOthers() {
            return settings.input().readsBans()
                    || settings.thresholds().banTimes().overallJails()
                    || settings.banRate().isSet();
        }
    }

    /**
     * @param definitions the folder's; others are those that are offered
     */
    ReplayPlan(Surroundings surroundings, Map<String, FilterDefinition> definitions, Period period) {
        this.surroundings = surroundings;
        this.definitions = definitions;
        this.session = new ReplaySession(surroundings, period);
    }

    /**
     * Makes ready those that are wanted, and those on whose bans they depend.
     *
     * @param wanted names, also of jails that are not enabled; empty for all that are
     */
    void add(ConfiguredFolder folder, Set<String> wanted) {
        List<Chosen> all = folder.jails().stream().map(this::read).toList();
        boolean everyone = wanted.isEmpty()
                || all.stream().anyMatch(jail -> wanted.contains(jail.name()) && jail.dependsOnOthers());
        List<Chosen> chosen = all.stream()
                .filter(jail -> wanted.contains(jail.name())
                        || everyone && jail.settings().enabled())
                .toList();
        chosen.forEach(jail -> session.expect(jail.settings()));
        chosen.forEach(this::add);
    }

    private Chosen read(JailConfiguration jail) {
        SettingsReader reader = new SettingsReader(jail, surroundings);
        JailSettings settings = reader.read();
        return new Chosen(jail, settings, jail.value(JailConfiguration.ERROR).or(reader::error));
    }

    private void add(Chosen jail) {
        if (jail.wrong().isPresent()) {
            failed.add(JailResult.failed(jail.name(), jail.wrong().get()));
            return;
        }
        try {
            Matcher matcher = compile(jail);
            ReplayedJail replayed = session.jail(jail.name(), jail.settings(), matcher);
            ready.add(new Ready(replayed, logs(jail.settings(), matcher)));
            doubts(jail).forEach(replayed::note);
        } catch (FilterException refused) {
            failed.add(JailResult.failed(jail.name(), refused.getMessage()));
        }
    }

    private Matcher compile(Chosen jail) throws FilterException {
        JailSettings settings = jail.settings();
        String name = settings.filter().name();
        Optional<FilterDefinition> definition = Optional.ofNullable(definitions.get(name))
                .or(() -> new PassingUse(jail.name(), settings, new CompiledDefinitions()).definition(surroundings));
        if (definition.isEmpty()) {
            throw new FilterException(
                    "filter.d/" + name + ".conf", 0, "there is no filter '" + name + "'; put it there", null);
        }
        return session.compiler().compile(definition.get(), settings.filterOptions());
    }

    /** Who reads bans reads those that are decided here, and not those that its log tells were decided then. */
    private static List<JailSettings.Log> logs(JailSettings settings, Matcher matcher) {
        return settings.input().readsBans() ? List.of() : settings.input().logs(matcher.rules());
    }

    private static List<String> doubts(Chosen chosen) {
        JailConfiguration jail = chosen.configuration();
        List<String> doubts = new ArrayList<>();
        if (chosen.settings().input().readsBans()) {
            doubts.add("it reads the bans that are decided here, and not its log, which tells what was decided then");
        }
        if (jail.value(IGNORE_COMMAND).filter(text -> !text.isBlank()).isPresent()) {
            doubts.add(
                    "the command that ignores addresses ('" + IGNORE_COMMAND + "') is not asked: it answers for now");
        }
        if (jail.value("neverban").filter(text -> !text.equalsIgnoreCase("no")).isPresent()) {
            doubts.add("'neverban' keeps nobody from a ban here: which sessions were open then is not known");
        }
        if (jail.value("bantime.rndtime")
                .filter(text -> !text.matches("\\s*0?\\s*"))
                .isPresent()) {
            doubts.add("the random part of ban times ('bantime.rndtime') is not the daemon's");
        }
        return doubts;
    }

    List<Ready> ready() {
        return ready;
    }

    /** Those that cannot be replayed. */
    List<JailResult> failed() {
        return failed;
    }

    ReplaySession session() {
        return session;
    }
}
