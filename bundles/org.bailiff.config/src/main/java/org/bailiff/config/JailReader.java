// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.bailiff.config.actions.ActionDefinitions;
import org.bailiff.config.actions.ActionTranslator;
import org.bailiff.config.actions.Translation;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Origin;
import org.bailiff.text.SafeText;

/** Makes jails of what the files say. A jail that is wrong is a jail with an error, and nobody else's concern. */
final class JailReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    private static final String DEFAULT_ORIGIN = "default";

    private final Document document;
    private final Function<Origin, String> originNames;
    private final ActionDefinitions actions;
    private final Set<String> interpolated;
    private final List<Problem> problems = new ArrayList<>();
    private final ActionProblems actionProblems = new ActionProblems();

    /**
     * @param actions what the names of actions mean
     * @param originNames how the place of a value is called
     */
    JailReader(Document document, ActionDefinitions actions, Function<Origin, String> originNames) {
        this.document = document;
        this.interpolated = document.interpolatedKeys();
        this.actions = actions;
        this.originNames = originNames;
    }

    /** The jails, in the order of their first appearance. */
    List<JailConfiguration> jails() {
        List<JailConfiguration> jails = new ArrayList<>();
        for (String section : document.sections()) {
            if (NAME.matcher(section).matches()) {
                jails.add(jail(section));
            } else {
                nameIsWrong(section);
            }
        }
        return jails;
    }

    /** What was wrong. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(actionProblems.problems());
        return all;
    }

    private JailConfiguration jail(String name) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        List<DialectException> errors = new ArrayList<>();
        for (String key : document.keys(name)) {
            if (onlyServesOthers(key)) {
                continue;
            }
            try {
                document.entry(name, key).ifPresent(entry -> settings.put(key, setting(entry)));
            } catch (DialectException wrong) {
                // A value that nobody reads may refer to nothing, as those of fail2ban's own jail.conf do.
                if (JailKeys.isEssential(key)) {
                    errors.add(wrong);
                    meanToWork(key, wrong, settings);
                }
            }
        }
        PredefinedKeys.ALL.forEach(settings::remove);
        settings.putIfAbsent(JailKeys.ENABLED, new Setting(JailKeys.ENABLED, "false", DEFAULT_ORIGIN));
        errors.stream().findFirst().ifPresent(first -> addError(settings, first.getMessage(), first.origin()));
        boolean enabled = readEnabled(settings);
        errors.forEach(error -> problems.add(ofJail(name, enabled, error)));
        translateAction(name, enabled, settings);
        return new JailConfiguration(name, settings);
    }

    /** Whether the key is there for other values to refer to, as the fifty paths are that fail2ban's files begin with. */
    private boolean onlyServesOthers(String key) {
        return JailKeys.onlyServesOthers(key)
                || interpolated.contains(key) && !JailKeys.all().contains(key);
    }

    private void translateAction(String jail, boolean enabled, Map<String, Setting> settings) {
        Setting written = settings.get(JailKeys.ACTION);
        if (written == null) {
            return;
        }
        Translation translation = ActionTranslator.translate(jail, written.value(), actions);
        settings.put(JailKeys.ACTION, new Setting(JailKeys.ACTION, translation.actions(), written.origin()));
        if (enabled) {
            Origin origin = Origin.parse(written.origin());
            translation.remarks().forEach(remark -> actionProblems.add(jail, origin, remark));
        }
    }

    /** Nobody knows whether the jail is enabled: taken as disabled, it would let in whom it has banned. */
    private void meanToWork(String key, DialectException wrong, Map<String, Setting> settings) {
        if (key.equals(JailKeys.ENABLED)) {
            settings.put(key, new Setting(key, "true", originNames.apply(wrong.origin())));
        }
    }

    /** Whether the jail is meant to work; one whose key says neither is taken to be, so that the error is seen. */
    private static boolean readEnabled(Map<String, Setting> settings) {
        return YesNo.parse(settings.get(JailKeys.ENABLED).value()).orElse(true);
    }

    private Setting setting(Entry entry) {
        return new Setting(entry.key(), entry.value(), originNames.apply(entry.origin()));
    }

    private void addError(Map<String, Setting> settings, String sentence, Origin origin) {
        Setting error = new Setting(JailConfiguration.ERROR, sentence, originNames.apply(origin));
        settings.put(JailConfiguration.ERROR, error);
    }

    /** A disabled jail harms nobody; fail2ban's own tree has such. */
    private static Problem ofJail(String jail, boolean enabled, DialectException wrong) {
        Problem problem = EtcFolder.problem(wrong);
        Severity severity = enabled ? Severity.ERROR : Severity.WARNING;
        return new Problem(severity, problem.file(), problem.line(), jail, problem.message());
    }

    private void nameIsWrong(String section) {
        Optional<Entry> first = document.ownEntries(section).stream().findFirst();
        problems.add(new Problem(
                Severity.ERROR,
                first.map(entry -> entry.origin().file()).orElse(""),
                first.map(entry -> entry.origin().line()).orElse(0),
                "",
                "[" + SafeText.of(section, 80) + "] is left out: a jail's name is up to 64 letters, digits, and ._-,"
                        + " and begins with a letter or digit"));
    }
}
