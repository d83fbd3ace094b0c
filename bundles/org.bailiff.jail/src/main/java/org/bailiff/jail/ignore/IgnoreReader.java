// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.config.Problem;
import org.bailiff.jail.Keys;
import org.bailiff.text.SafeText;

/** Reads the keys that say whom a jail never bans, and notes what is wrong with them. Used once. */
public final class IgnoreReader {
    private static final String IP = "ignoreip";
    private static final String SELF = "ignoreself";
    private static final String COMMAND = "ignorecommand";
    private static final String CACHE = "ignorecache";
    private static final String FILE = "file:";

    /** The keys that are read here. */
    public static final Set<String> KEYS = Set.of(IP, SELF, COMMAND, CACHE, NeverBan.KEY, UseDns.KEY);

    private final Keys keys;
    private final IgnoreServices services;
    private final IgnoreText text;
    private final List<IgnoreSource> files = new ArrayList<>();

    private IgnoreReader(Keys keys, IgnoreServices services) {
        this.keys = keys;
        this.services = services;
        this.text = new IgnoreText(services.clock().instant());
    }

    /** What the keys say; what is wrong with them is noted there. Reads the files that they name. */
    public static IgnoreList read(Keys keys, IgnoreServices services) {
        return new IgnoreReader(keys, services).read();
    }

    /** What is to become of hosts that logs name. */
    public static UseDns useDns(Keys keys) {
        UseDns use = keys.value(UseDns.KEY, "no", UseDns::parse, UseDns.NO);
        if (use == UseDns.RAW) {
            keys.problem(
                    Problem.Severity.WARNING,
                    UseDns.KEY,
                    "'raw' takes a name as it is, but only addresses can be banned: a host that the log names is found,"
                            + " and nobody banned; write no, or yes to have its addresses looked up");
        }
        return use;
    }

    private IgnoreList read() {
        String source = source();
        for (String word : keys.text(IP).orElse("").split("[\\s,]+")) {
            if (word.startsWith(FILE)) {
                readFile(word.substring(FILE.length()));
            } else if (!word.isEmpty()) {
                text.add(word, 0, source);
            }
        }
        text.mistakes().forEach(mistake -> keys.problem(Problem.Severity.WARNING, IP, mistake.message()));
        List<IgnoreSource> sources = new ArrayList<>();
        sources.add(text.entries());
        sources.addAll(files);
        sources.add(services.common());
        sources.add(new OwnHost(keys.flag(SELF, true), services.own()));
        sources.add(new IgnoredNames(text.names(), services.names(), services.clock()));
        List<NeverBanned> never = keys.value(NeverBan.KEY, "no", services.neverBan()::parse, List.of());
        return new IgnoreList(sources, never, command());
    }

    /** The place is told if there is one: there may be many files, and overrides. */
    private String source() {
        String origin = keys.configuration().origin(IP);
        return origin.isEmpty() || origin.equals("default") ? IP : IP + " of " + SafeText.of(origin, 200) + ":";
    }

    private void readFile(String name) {
        Optional<Path> path = path(name);
        if (path.isEmpty()) {
            keys.problem(
                    Problem.Severity.WARNING,
                    IP,
                    "'" + SafeText.of(FILE + name, 200) + "' does not name a file with its whole path, e.g."
                            + " file:/etc/bailiff/ignored; it is left out");
            return;
        }
        IgnoreFile file = services.files().of(path.get());
        file.read();
        files.add(file);
        file.unreadable()
                .ifPresent(why -> keys.problem(
                        Problem.Severity.WARNING,
                        IP,
                        "the file " + path.get() + " cannot be read: " + why
                                + "; it is looked for again each second, and whom it named before is still ignored"));
        file.mistakes()
                .forEach(mistake -> keys.add(new Problem(
                        Problem.Severity.WARNING,
                        path.get().toString(),
                        mistake.line(),
                        keys.configuration().name(),
                        IP + ": " + mistake.message())));
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute).map(Path::normalize);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private Optional<IgnoreCommand> command() {
        IgnoreCache cache = keys.value(
                CACHE, "", said -> said.isEmpty() ? IgnoreCache.DEFAULT : IgnoreCache.parse(said), IgnoreCache.DEFAULT);
        Optional<IgnoreCommand> command = keys.value(
                COMMAND,
                "",
                said -> Optional.of(said).filter(some -> !some.isEmpty()).map(some -> IgnoreCommand.parse(some, cache)),
                Optional.empty());
        command.map(asked -> asked.words().get(0))
                .filter(program -> !Files.isExecutable(Path.of(program)))
                .ifPresent(program -> keys.problem(
                        Problem.Severity.WARNING,
                        COMMAND,
                        program + " is not there, or may not be run: nobody is ignored by it; install it"));
        return command;
    }
}
