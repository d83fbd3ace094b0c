// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.SourceText;

/** Reads a definition. What the jail says itself replaces what the definition says, as with fail2ban. */
public final class DefinitionReader {
    /** A failregex that sees more at once costs each line too much. */
    private static final int MOST_LINES = 100;

    private final FilterDefinition source;
    private final Map<String, Setting> overrides;
    private final LateTags tags;

    private DefinitionReader(FilterDefinition source, FilterOptions options) throws DialectException {
        this.source = source;
        this.overrides = options.overrides();
        this.tags = new LateTags(
                document(source),
                options.parameters(),
                new Origin(source.files().get(0).path(), 1));
    }

    /**
     * @throws FilterException if the files are not in the dialect, or there is nothing to find
     */
    public static Definition read(FilterDefinition source, FilterOptions options) throws FilterException {
        try {
            return new DefinitionReader(source, options).definition();
        } catch (DialectException wrong) {
            throw new FilterException(wrong.origin().file(), wrong.origin().line(), wrong.problem(), wrong);
        }
    }

    private static Document document(FilterDefinition source) throws DialectException {
        List<SourceText> files =
                source.files().stream().map(DefinitionReader::text).toList();
        return Document.read(files, (name, from) -> source.include(name).map(DefinitionReader::text));
    }

    private static SourceText text(DefinitionFile file) {
        return new SourceText(file.path(), file.text());
    }

    private Definition definition() throws DialectException, FilterException {
        List<SourceRegex> failRegexes = regexes("failregex");
        if (failRegexes.isEmpty()) {
            throw new FilterException(
                    source.files().get(0).path(),
                    0,
                    "the filter '" + source.name() + "' finds nothing; add failregex to its [Definition]",
                    null);
        }
        return new Definition(
                source.name(),
                single("prefregex"),
                failRegexes,
                regexes("ignoreregex"),
                regexes("datepattern"),
                regexes("journalmatch").stream().map(SourceRegex::text).toList(),
                maxLines());
    }

    private int maxLines() throws DialectException, FilterException {
        Optional<SourceRegex> written = single("maxlines");
        if (written.isEmpty()) {
            return 1;
        }
        String text = written.get().text();
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_LINES) {
            throw written.get().error("'" + text + "' is not a number of lines from 1 to " + MOST_LINES);
        }
        return Integer.parseInt(text);
    }

    private Optional<SourceRegex> single(String key) throws DialectException {
        Optional<Entry> entry = overrides.containsKey(key) ? override(key) : tags.value(key);
        return entry.filter(found -> !found.value().isEmpty())
                .map(found -> new SourceRegex(key, 1, found.value(), found.origin()));
    }

    private List<SourceRegex> regexes(String key) throws DialectException {
        return lines(overrides.containsKey(key) ? override(key) : tags.value(key));
    }

    private Optional<Entry> override(String key) throws DialectException {
        Setting setting = overrides.get(key);
        return setting == null
                ? Optional.empty()
                : Optional.of(tags.resolve(new Entry(key, setting.value().strip(), Origin.parse(setting.origin()))));
    }

    /** A regex each line; an empty line is none. */
    private static List<SourceRegex> lines(Optional<Entry> entry) {
        List<SourceRegex> regexes = new ArrayList<>();
        if (entry.isPresent()) {
            Entry found = entry.get();
            String[] lines = found.value().split("\n");
            for (int index = 0; index < lines.length; index++) {
                if (!lines[index].isBlank()) {
                    Origin origin =
                            new Origin(found.origin().file(), found.origin().line() + index);
                    regexes.add(new SourceRegex(found.key(), regexes.size() + 1, lines[index].strip(), origin));
                }
            }
        }
        return regexes;
    }
}
