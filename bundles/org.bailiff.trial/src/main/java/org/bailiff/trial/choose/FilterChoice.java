// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.choose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.dialect.Nearest;
import org.bailiff.dialect.Reference;
import org.bailiff.text.SafeText;

/**
 * Finds what a word means: a definition by its name, in the folders in their order and then in the library; a file by its
 * path; or a regex, which holds a blank or a tag and names no definition.
 */
public final class FilterChoice {
    private static final Pattern TAG =
            Pattern.compile("<(HOST|ADDR|IP4|IP6|DNS|CIDR|SUBNET|SKIPLINES|F-[A-Z0-9_-]+)[/>]|\\(\\?P?<\\w+>");

    private final Path directory;
    private final List<Path> folders;
    private final Collection<FilterDefinition> library;

    /**
     * @param directory what paths are relative to
     * @param folders of definitions, the first counts first
     * @param library the definitions that come last
     */
    public FilterChoice(Path directory, List<Path> folders, Collection<FilterDefinition> library) {
        this.directory = directory;
        this.folders = List.copyOf(folders);
        this.library = List.copyOf(library);
    }

    /**
     * What the word means.
     *
     * @throws CommandException if nothing; the message says what may have been meant
     */
    public ChosenFilter of(String word) throws CommandException {
        Optional<ChosenFilter> named = named(word);
        if (named.isPresent()) {
            return named.get();
        }
        if (isRegex(word)) {
            return ChosenFilter.ofRegexes(List.of(word));
        }
        throw unknown(word);
    }

    /** Whether the word is a definition's name, its path, or a regex with a tag. */
    public boolean knows(String word) throws CommandException {
        return TAG.matcher(word).find() || named(word).isPresent();
    }

    private static boolean isRegex(String word) {
        return TAG.matcher(word).find() || word.chars().anyMatch(Character::isWhitespace);
    }

    private Optional<ChosenFilter> named(String word) throws CommandException {
        try {
            Reference reference = Reference.parse(word);
            return find(reference.name())
                    .map(definition -> new ChosenFilter(definition, reference.parameters(), List.of(), List.of()));
        } catch (IllegalArgumentException notAReference) {
            // A regex may well hold brackets; what it looks like is asked next.
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new CommandException(
                    ExitCode.FAILED, "the filter '" + SafeText.of(word, 60) + "' cannot be read: " + unreadable);
        }
    }

    private Optional<FilterDefinition> find(String name) throws IOException {
        if (!name.contains("/")) {
            for (Path folder : folders) {
                Optional<FolderDefinition> found = FolderDefinition.find(folder, name);
                if (found.isPresent()) {
                    return Optional.of(found.get());
                }
            }
            Optional<FilterDefinition> known = library.stream()
                    .filter(definition -> definition.name().equals(name))
                    .findFirst();
            if (known.isPresent()) {
                return known;
            }
        }
        Path file = directory.resolve(name).normalize();
        return Files.isRegularFile(file) ? Optional.of(FolderDefinition.of(file)) : Optional.empty();
    }

    private CommandException unknown(String word) {
        TreeSet<String> names = new TreeSet<>();
        folders.forEach(folder -> names.addAll(FolderDefinition.names(folder)));
        library.forEach(definition -> names.add(definition.name()));
        String name = word.contains("[") ? word.substring(0, word.indexOf('[')) : word;
        String mend = Nearest.to(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("name a filter, its file, or a regex with <HOST> in it");
        return new CommandException(
                ExitCode.FAILED, "there is no filter '" + SafeText.of(word, 60) + "'; " + mend + wrongParameters(word));
    }

    /** What is wrong with the brackets, if that is why nothing was found. */
    private static String wrongParameters(String word) {
        try {
            Reference.parse(word);
            return "";
        } catch (IllegalArgumentException wrong) {
            return " (" + SafeText.of(String.valueOf(wrong.getMessage())) + ")";
        }
    }
}
